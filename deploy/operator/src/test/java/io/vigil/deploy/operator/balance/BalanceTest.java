package io.vigil.deploy.operator.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BalanceTest {
  private static final SeriesName SERIES = new SeriesName("p-1", "heart_rate");
  private static final int INGEST_DELAY_MS = 50;

  private final List<Sent> ledger = new ArrayList<>();
  private final List<Logged> log = new ArrayList<>();
  private final List<Kept> history = new ArrayList<>();

  @Test
  void balancesWhereEachAcknowledgedReadingIsStoredOnce() {
    stored(1_000, 7_200);
    stored(2_000, 7_300);
    sent(3_000, 99_900, Outcome.REFUSED);

    Balance balance = balance();

    assertThat(balance.isBalanced()).isTrue();
    assertThat(balance.count(Outcome.ACKNOWLEDGED)).isEqualTo(2);
    assertThat(balance.refused()).containsExactly(Map.entry("value_implausible", 1L));
    assertThat(balance.logged()).isEqualTo(2);
    assertThat(balance.kept()).isEqualTo(2);
  }

  @Test
  void findsWhatIsNotInTheLog() {
    sent(1_000, 7_200, Outcome.ACKNOWLEDGED);

    assertThat(only(Fault.LOST)).endsWith("is not in the log");
  }

  @Test
  void findsWhatIsNotInTheHistory() {
    sent(1_000, 7_200, Outcome.ACKNOWLEDGED);
    log(1_000, 7_200);

    assertThat(only(Fault.LOST)).endsWith("is in the log and not in the history");
  }

  @Test
  void findsWhatIsInTheHistoryTwice() {
    stored(1_000, 7_200);
    history.add(new Kept(1_000, 7_200));

    assertThat(only(Fault.TWICE)).endsWith("is 2 times in the history");
  }

  @Test
  void findsWhatWasNeverSent() {
    stored(1_000, 7_200);
    log(2_000, 7_200);
    history.add(new Kept(2_000, 7_200));

    assertThat(only(Fault.PHANTOM)).endsWith("is in the log and was never sent");
  }

  @Test
  void findsWhatIsStoredThoughItWasRefused() {
    sent(1_000, 7_200, Outcome.REFUSED);
    log(1_000, 7_200);
    history.add(new Kept(1_000, 7_200));

    assertThat(only(Fault.PHANTOM)).endsWith("is in the log and was refused");
  }

  @Test
  void findsAnotherValueThanTheOneThatWasSent() {
    sent(1_000, 7_200, Outcome.ACKNOWLEDGED);
    log(1_000, 7_300);
    history.add(new Kept(1_000, 7_300));

    assertThat(only(Fault.PHANTOM)).endsWith("is in the log and was sent with another value");
  }

  @Test
  void findsAValueInTheHistoryThatIsNotTheFirstOfTheLog() {
    sent(1_000, 7_200, Outcome.ACKNOWLEDGED);
    sent(1_000, 7_300, Outcome.ACKNOWLEDGED);
    log(1_000, 7_200);
    log(1_000, 7_300);
    history.add(new Kept(1_000, 7_300));

    assertThat(only(Fault.PHANTOM))
        .endsWith("has another value in the history than first in the log");
  }

  @Test
  void findsWhatOnlyTheHistoryHas() {
    stored(1_000, 7_200);
    history.add(new Kept(2_000, 7_200));

    assertThat(only(Fault.PHANTOM)).endsWith("is in the history and not in the log");
  }

  @Test
  void readingsThatAreUndecidedMayBeStoredOrNot() {
    sent(1_000, 7_200, Outcome.DROPPED);
    sent(2_000, 7_200, Outcome.QUEUED);
    sent(3_000, 7_200, Outcome.DROPPED);
    sent(4_000, 7_200, Outcome.QUEUED);
    for (long time : new long[] {3_000, 4_000}) {
      log(time, 7_200);
      history.add(new Kept(time, 7_200));
    }

    assertThat(balance().isBalanced()).isTrue();
  }

  @Test
  void aReadingThatLiesInTheLogTwiceIsNoFaultWhileTheHistoryHasItOnce() {
    stored(1_000, 7_200);
    log(1_000, 7_200);

    Balance balance = balance();

    assertThat(balance.isBalanced()).isTrue();
    assertThat(balance.repeated()).isEqualTo(1);
  }

  @Test
  void whatIngestTookBeforeTheLedgerBeginsIsNoPhantom() {
    log.add(new Logged(1_000, 7_200, 900));
    history.add(new Kept(1_000, 7_200));
    stored(2_000, 7_200);

    assertThat(balance(1_000).isBalanced()).isTrue();
    assertThat(balance(0).count(Fault.PHANTOM)).isEqualTo(1);
  }

  @Test
  void whatCameWhileTheStoresWereReadIsExplainedAfterwards() {
    stored(1_000, 7_200);
    List<Sent> before = List.copyOf(ledger);
    stored(2_000, 7_200);

    Evidence evidence =
        new Evidence(
            Map.of(SERIES, before),
            Map.of(SERIES, ledger),
            Map.of(SERIES, log),
            Optional.of(Map.of(SERIES, history)),
            0);

    assertThat(Balance.of(evidence).isBalanced()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void eachThingThatIsTakenAwayOrAddedIsFound(long seed) {
    Random random = new Random(seed);
    IntStream.rangeClosed(1, 500).forEach(second -> stored(second * 1_000L, 7_000 + second));
    Collections.shuffle(ledger, random);
    int lostFromLog = 1 + random.nextInt(20);
    int lostFromHistory = 1 + random.nextInt(20);
    int twice = 1 + random.nextInt(20);
    int phantom = 1 + random.nextInt(20);

    // Four stretches that do not overlap, so that each reading suffers one thing.
    log.subList(0, lostFromLog).clear();
    history.subList(0, lostFromLog).clear();
    history.subList(100, 100 + lostFromHistory).clear();
    history.addAll(List.copyOf(history.subList(200, 200 + twice)));
    ledger.removeIf(sent -> sent.timeMs() > 500_000L - phantom * 1_000L);
    Balance balance = balance();

    assertThat(balance.count(Fault.LOST)).isEqualTo(lostFromLog + lostFromHistory);
    assertThat(balance.count(Fault.TWICE)).isEqualTo(twice);
    assertThat(balance.count(Fault.PHANTOM)).isEqualTo(phantom);
  }

  private String only(Fault fault) {
    Balance balance = balance();
    assertThat(balance.isBalanced()).isFalse();
    assertThat(balance.found()).containsExactly(Map.entry(fault, 1L));
    return balance.examples().getOrDefault(fault, List.of()).get(0).toString();
  }

  private Balance balance() {
    return balance(0);
  }

  private Balance balance(long completeFromMs) {
    return Balance.of(
        new Evidence(
            Map.of(SERIES, ledger),
            Map.of(SERIES, ledger),
            Map.of(SERIES, log),
            Optional.of(Map.of(SERIES, history)),
            completeFromMs));
  }

  private void stored(long timeMs, int value) {
    sent(timeMs, value, Outcome.ACKNOWLEDGED);
    log(timeMs, value);
    history.add(new Kept(timeMs, value));
  }

  private void sent(long timeMs, int value, Outcome outcome) {
    String reason = outcome == Outcome.REFUSED ? "value_implausible" : "";
    ledger.add(new Sent(timeMs, value, outcome, reason));
  }

  private void log(long timeMs, int value) {
    log.add(new Logged(timeMs, value, timeMs + INGEST_DELAY_MS));
  }
}

package io.vigil.deploy.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vigil.deploy.operator.balance.Balance;
import io.vigil.deploy.operator.balance.Evidence;
import io.vigil.deploy.operator.balance.Fault;
import io.vigil.deploy.operator.balance.Outcome;
import io.vigil.deploy.operator.history.GatewayHistory;
import io.vigil.deploy.operator.history.HistoryUnanswered;
import io.vigil.deploy.operator.ledger.Ledger;
import io.vigil.deploy.operator.log.ReadingsLog;
import java.time.Duration;
import java.util.Optional;

/** Compares the devices' ledger with what is stored, as {@code ./vigil verify} does. */
final class Oracle {
  private static final Duration BALANCED_WITHIN = Duration.ofSeconds(30);

  private Oracle() {}

  /**
   * The ledger balances with the log, and it is not empty. What is lost stays lost, however often
   * one looks; but a broker that has just gone on after a stop takes itself for the leader for a
   * moment, and tells whoever asks it the end of the log as it was.
   */
  static void balanced(DeviceLedger devices, String kafka) {
    Balance balance =
        await()
            .atMost(BALANCED_WITHIN)
            .until(() -> compare(devices, kafka, Optional.empty()), Oracle::isDecided);
    assertThat(balance.examples()).isEmpty();
    assertThat(balance.count(Outcome.ACKNOWLEDGED)).isPositive();
    assertThat(balance.logged()).isEqualTo(balance.different());
  }

  /**
   * The ledger balances with the log and, within this time, with the history; nothing is twice or a
   * phantom on the way.
   */
  static void balanced(
      DeviceLedger devices, String kafka, GatewayHistory history, Duration within) {
    Balance balance =
        await()
            .atMost(within)
            .pollInterval(Duration.ofMillis(500))
            .ignoreException(HistoryUnanswered.class)
            .until(() -> compare(devices, kafka, Optional.of(history)), Oracle::isDecided);
    assertThat(balance.examples()).isEmpty();
    assertThat(balance.count(Outcome.ACKNOWLEDGED)).isPositive();
    assertThat(balance.kept()).isEqualTo(balance.different());
  }

  /** What is missing may still come; what is there too often stays. */
  private static boolean isDecided(Balance balance) {
    return balance.isBalanced() || balance.count(Fault.TWICE) + balance.count(Fault.PHANTOM) > 0;
  }

  private static Balance compare(
      DeviceLedger devices, String kafka, Optional<GatewayHistory> history) {
    Ledger ledger = devices.read();
    return Balance.of(
        new Evidence(
            ledger.sent(),
            ledger.sent(),
            new ReadingsLog(kafka).since(devices.beganMs(), ledger.sent()::containsKey),
            history.map(gateway -> gateway.of(ledger.sent())),
            devices.beganMs()));
  }
}

package io.vigil.generator.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.MutableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class DiskStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-24T22:30:00Z");
  private static final long HOUR = NOW.getEpochSecond() / 3_600;
  private static final Reading ONE = new Reading("p-0001", 17, 1_795_593_600_250L, 7_234);
  private static final Reading TWO = new Reading("p-0001", 18, 1_795_593_601_250L, -500);
  private static final Reading OTHER = new Reading("p-0002", 17, 1_795_593_600_500L, 8_000);

  private final MutableClock clock = new MutableClock(NOW);

  @TempDir Path home;

  @Test
  void writesQueueAndLedgerAsTheirFormatsSay() throws IOException {
    try (ReadingStore store = open()) {
      store.measured(ONE);
      store.measured(TWO);
      store.flush();
      store.decided(ONE, Outcome.ACKNOWLEDGED);
      store.decided(TWO, Outcome.refused("value_implausible"));
      store.flush();

      assertThat(home.resolve("queue.csv"))
          .hasContent(
              """
              +,1795593600250,p-0001,heart_rate,7234,17
              +,1795593601250,p-0001,heart_rate,-500,18
              -,p-0001,17
              -,p-0001,18
              """);
      assertThat(ledger())
          .hasContent(
              """
              1795593600250,p-0001,heart_rate,7234,17,acknowledged
              1795593601250,p-0001,heart_rate,-500,18,refused:value_implausible
              """);
    }
  }

  @Test
  void hasNothingInAFolderThatIsNew() {
    DiskStore store = store();

    assertThat(store.open()).isEmpty();
    store.close();
  }

  @Test
  void givesBackWhatIsUndecidedAfterACrash() throws IOException {
    DiskStore store = store();
    store.open();
    store.measured(ONE);
    store.measured(TWO);
    store.measured(OTHER);
    store.flush();
    store.decided(ONE, Outcome.ACKNOWLEDGED);
    store.flush();
    store.decided(TWO, Outcome.ACKNOWLEDGED);
    Path afterCrash = copy();

    assertThat(storeAt(afterCrash).open()).containsExactlyInAnyOrder(TWO, OTHER);
    store.close();
  }

  @Test
  void sendsNothingAgainWhoseOutcomeTheLedgerHasAlready() throws IOException {
    try (ReadingStore store = open()) {
      store.measured(ONE);
      store.measured(TWO);
    }
    Files.writeString(
        Files.createDirectories(home.resolve("ledger")).resolve("ledger-" + HOUR + ".csv"),
        "1795593600250,p-0001,heart_rate,7234,17,acknowledged\n",
        UTF_8,
        StandardOpenOption.CREATE);

    assertThat(store().open()).containsExactly(TWO);
  }

  @Test
  void cutsOffATornLineOfTheLedgerAndSendsItsReadingAgain() throws IOException {
    try (ReadingStore store = open()) {
      store.measured(ONE);
      store.measured(TWO);
    }
    Path ledger =
        Files.createDirectories(home.resolve("ledger")).resolve("ledger-" + HOUR + ".csv");
    Files.writeString(
        ledger,
        "1795593600250,p-0001,heart_rate,7234,17,acknowledged\n"
            + "1795593601250,p-0001,heart_rate,-500,18",
        UTF_8);

    try (DiskStore store = store()) {
      assertThat(store.open()).containsExactly(TWO);
      store.decided(TWO, Outcome.ACKNOWLEDGED);
    }

    assertThat(ledger)
        .hasContent(
            """
            1795593600250,p-0001,heart_rate,7234,17,acknowledged
            1795593601250,p-0001,heart_rate,-500,18,acknowledged
            """);
  }

  @Test
  void survivesATornOrUnreadableQueue() throws IOException {
    try (ReadingStore store = open()) {
      store.measured(ONE);
    }
    Files.writeString(
        home.resolve("queue.csv"),
        "\u0000\u0000\n+,x,p-0001,heart_rate,1,2\n+,1,2\n-,p-0009,1\n+,17955936",
        UTF_8,
        StandardOpenOption.APPEND);

    try (DiskStore store = store()) {
      assertThat(store.open()).containsExactly(ONE);
      store.measured(TWO);
    }

    assertThat(store().open()).containsExactly(ONE, TWO);
  }

  @Test
  void goesOnInTheFileOfTheNextHour() {
    try (ReadingStore store = open()) {
      store.decided(ONE, Outcome.ACKNOWLEDGED);
      store.flush();
      clock.advance(Duration.ofHours(1));
      store.decided(TWO, Outcome.DROPPED);
      store.flush();
    }

    assertThat(ledger()).content().hasLineCount(1);
    assertThat(home.resolve("ledger/ledger-" + (HOUR + 1) + ".csv"))
        .hasContent("1795593601250,p-0001,heart_rate,-500,18,dropped");
  }

  @Test
  void deletesWhatIsOlderThanItIsKeptFor() throws IOException {
    Path folder = Files.createDirectories(home.resolve("ledger"));
    Files.writeString(folder.resolve("ledger-" + (HOUR - 26) + ".csv"), "old\n");
    Files.writeString(folder.resolve("ledger-" + (HOUR - 25) + ".csv"), "older than a day\n");
    Files.writeString(folder.resolve("ledger-" + (HOUR - 24) + ".csv"), "within a day\n");
    Files.writeString(folder.resolve("notes.txt"), "of somebody else\n");

    try (ReadingStore store = open()) {
      store.flush();
    }

    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left)
          .extracting(path -> path.getFileName().toString())
          .containsExactlyInAnyOrder("ledger-" + (HOUR - 24) + ".csv", "notes.txt");
    }
  }

  @Test
  void keepsTheLedgerWithinItsSize() throws IOException {
    Random random = new Random(1);
    try (DiskStore store =
        StoreInTests.at(home, clock, Duration.ofHours(24), DataSize.ofKilobytes(40))) {
      store.open();
      for (int i = 0; i < 2_000; i++) {
        store.decided(
            new Reading("p-0001", i, random.nextLong(1L << 40), 7_200), Outcome.ACKNOWLEDGED);
        store.flush();
      }
    }

    long total = 0;
    try (Stream<Path> files = Files.list(home.resolve("ledger"))) {
      for (Path file : files.toList()) {
        total += Files.size(file);
      }
    }
    assertThat(total).isBetween(20_000L, 52_000L);
    assertThat(home.resolve("ledger/ledger-" + HOUR + ".csv")).doesNotExist();
  }

  @Test
  void writesTheQueueAnewWithWhatIsUndecidedAlone() throws IOException {
    QueueFile queue = QueueFile.open(home.resolve("queue.csv"), 1_000);
    List<Reading> readings =
        IntStream.range(0, 100).mapToObj(i -> new Reading("p-0001", i, i, 7_200)).toList();
    for (Reading reading : readings) {
      queue.measured(reading);
      queue.flushMeasured();
      queue.decided(reading);
      queue.flushDecided();
    }
    queue.measured(ONE);
    queue.flushMeasured();
    assertThat(queue.isUntidy()).isTrue();

    queue.tidy(Stream.of(ONE));
    queue.measured(OTHER);
    queue.flushMeasured();
    queue.close();

    assertThat(home.resolve("queue.csv"))
        .hasContent(
            """
            +,1795593600250,p-0001,heart_rate,7234,17
            +,1795593600500,p-0002,heart_rate,8000,17
            """);
    assertThat(queue.isUntidy()).isFalse();
  }

  @Test
  void losesNothingAndDecidesNothingTwiceWhereverACrashFalls() throws IOException {
    Random random = new Random(7);
    Path folder = home.resolve("run-0");
    for (int crash = 0; crash < 20; crash++) {
      home = folder;
      DiskStore store = storeAt(folder);
      List<Reading> undecided = new java.util.ArrayList<>(store.open());
      for (int step = 0; step < 50; step++) {
        if (random.nextBoolean() || undecided.isEmpty()) {
          Reading reading = new Reading("p-0001", crash * 100 + step, step, 7_200);
          store.measured(reading);
          store.flush();
          undecided.add(reading);
        } else {
          store.decided(undecided.remove(random.nextInt(undecided.size())), Outcome.ACKNOWLEDGED);
        }
        if (random.nextInt(5) == 0) {
          store.tidy(undecided::stream);
        }
      }
      Path next = folder.resolveSibling("run-" + (crash + 1));
      copyTo(next);
      cutShort(next, random);
      store.close();
      folder = next;
    }

    home = folder;
    List<Reading> left = storeAt(folder).open();
    List<String> decided = Files.readAllLines(ledger());
    assertThat(decided).doesNotHaveDuplicates();
    assertThat(left.size()).isPositive();
    assertThat(decided.size() + left.size())
        .isEqualTo(
            (int)
                Stream.concat(decided.stream(), left.stream().map(Reading::toString))
                    .distinct()
                    .count());
  }

  /** As a crash in the midst of a write of the ledger would; the queue is not written by then. */
  private void cutShort(Path folder, Random random) throws IOException {
    Path ledger = folder.resolve("ledger/ledger-" + HOUR + ".csv");
    if (Files.exists(ledger) && random.nextBoolean()) {
      Files.writeString(ledger, "17955936", UTF_8, StandardOpenOption.APPEND);
    }
  }

  private Path ledger() {
    return home.resolve("ledger/ledger-" + HOUR + ".csv");
  }

  private ReadingStore open() {
    DiskStore store = store();
    store.open();
    return store;
  }

  private DiskStore store() {
    return storeAt(home);
  }

  private DiskStore storeAt(Path folder) {
    return StoreInTests.at(folder, clock, Duration.ofHours(24), DataSize.ofGigabytes(1));
  }

  private Path copy() throws IOException {
    Path copy = home.resolve("copy");
    copyTo(copy);
    return copy;
  }

  private void copyTo(Path copy) throws IOException {
    Files.createDirectories(copy.resolve("ledger"));
    Files.copy(
        home.resolve("queue.csv"), copy.resolve("queue.csv"), StandardCopyOption.REPLACE_EXISTING);
    if (Files.exists(ledger())) {
      Files.copy(ledger(), copy.resolve("ledger").resolve(ledger().getFileName()));
    }
  }
}

package io.vigil.deploy.operator.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.deploy.operator.balance.Outcome;
import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerFolderTest {
  private static final SeriesName SERIES = new SeriesName("p-0001", "heart_rate");

  @TempDir Path folder;

  @Test
  void readsEachHourAndItsParts() throws IOException {
    write("ledger-498680.csv", "1795248000250,p-0001,heart_rate,7234,1,acknowledged\n");
    write("ledger-498680-1.csv", "1795248001250,p-0001,heart_rate,7235,2,dropped\n");
    write(
        "ledger-498681.csv", "1795251600250,p-0001,heart_rate,99900,3,refused:value_implausible\n");

    Ledger ledger = new LedgerFolder(folder).read(0);

    assertThat(ledger.sent().get(SERIES))
        .containsExactlyInAnyOrder(
            new Sent(1795248000250L, 7234, Outcome.ACKNOWLEDGED, ""),
            new Sent(1795248001250L, 7235, Outcome.DROPPED, ""),
            new Sent(1795251600250L, 99900, Outcome.REFUSED, "value_implausible"));
    assertThat(ledger.completeFromMs()).isEqualTo(498680L * 3_600_000);
    assertThat(ledger.earliestMs()).isEqualTo(1795248000250L);
    assertThat(ledger.latestMs()).isEqualTo(1795251600250L);
  }

  @Test
  void leavesOutEarlierHours() throws IOException {
    write("ledger-498680.csv", "1795248000250,p-0001,heart_rate,7234,1,acknowledged\n");
    write("ledger-498681.csv", "1795251600250,p-0001,heart_rate,7234,3,acknowledged\n");

    Ledger ledger = new LedgerFolder(folder).read(498681);

    assertThat(ledger.sent().get(SERIES)).hasSize(1);
    assertThat(ledger.completeFromMs()).isEqualTo(498681L * 3_600_000);
  }

  @Test
  void aTornLastLineIsNoLine() throws IOException {
    write(
        "ledger-498680.csv",
        "1795248000250,p-0001,heart_rate,7234,1,acknowledged\n1795248001250,p-0001,heart_rate,72");

    Ledger ledger = new LedgerFolder(folder).read(0);

    assertThat(ledger.sent().get(SERIES)).hasSize(1);
    assertThat(ledger.unreadable()).isZero();
  }

  @Test
  void countsLinesThatAreNone() throws IOException {
    write("ledger-498680.csv", "1795248000250,p-0001,heart_rate,x,1,acknowledged\n\n1,2,3\n");

    Ledger ledger = new LedgerFolder(folder).read(0);

    assertThat(ledger.isEmpty()).isTrue();
    assertThat(ledger.unreadable()).isEqualTo(3);
  }

  @Test
  void isEmptyWhereThereIsNoFolder() {
    assertThat(new LedgerFolder(folder.resolve("none")).read(0).isEmpty()).isTrue();
  }

  @Test
  void aLineReadsAsItIsWritten() {
    String line = "1795251600250,p-0001,heart_rate,-150,17,refused:value_implausible";

    assertThat(LedgerLine.parse(line).orElseThrow()).hasToString(line);
  }

  @Test
  void whatLiesInTheQueueAndHasNoLineIsQueued() throws IOException {
    write("ledger-498680.csv", "1795248000250,p-0001,heart_rate,7234,1,acknowledged\n");
    Path queue =
        Files.writeString(
            folder.resolve("queue.csv"),
            """
            +,1795248000250,p-0001,heart_rate,7234,1
            +,1795248001250,p-0001,heart_rate,7235,2
            +,1795248002250,p-0001,heart_rate,7236,3
            -,p-0001,2
            +,17952480
            """);

    Ledger ledger = new LedgerFolder(folder).read(0).and(new QueueFile(queue).read());

    assertThat(ledger.sent().get(SERIES))
        .containsExactly(
            new Sent(1795248000250L, 7234, Outcome.ACKNOWLEDGED, ""),
            new Sent(1795248002250L, 7236, Outcome.QUEUED, ""));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }
}

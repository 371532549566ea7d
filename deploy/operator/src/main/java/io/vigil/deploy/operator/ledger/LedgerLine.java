package io.vigil.deploy.operator.ledger;

import io.vigil.deploy.operator.balance.Outcome;
import io.vigil.deploy.operator.balance.Sent;
import io.vigil.deploy.operator.balance.SeriesName;
import java.util.Optional;

/**
 * One line of a ledger: {@code event_time_ms,patient,vital,value_hundredths,seq,outcome}, the
 * outcome {@code acknowledged}, {@code refused:<code>} or {@code dropped}.
 */
public record LedgerLine(SeriesName series, Sent sent, String seq) {
  private static final int FIELDS = 6;
  private static final String REFUSED = "refused:";

  /** Reads a line; empty if it is none. */
  public static Optional<LedgerLine> parse(String line) {
    String[] fields = line.split(",", -1);
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    try {
      long timeMs = Long.parseLong(fields[0]);
      int value = Integer.parseInt(fields[3]);
      SeriesName series = new SeriesName(fields[1], fields[2]);
      return sent(timeMs, value, fields[5]).map(sent -> new LedgerLine(series, sent, fields[4]));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Optional<Sent> sent(long timeMs, int value, String outcome) {
    if (outcome.equals("acknowledged")) {
      return Optional.of(new Sent(timeMs, value, Outcome.ACKNOWLEDGED, ""));
    }
    if (outcome.equals("dropped")) {
      return Optional.of(new Sent(timeMs, value, Outcome.DROPPED, ""));
    }
    return outcome.startsWith(REFUSED) && outcome.length() > REFUSED.length()
        ? Optional.of(new Sent(timeMs, value, Outcome.REFUSED, outcome.substring(REFUSED.length())))
        : Optional.empty();
  }

  /** The line without its end. */
  @Override
  public String toString() {
    String outcome =
        switch (sent.outcome()) {
          case ACKNOWLEDGED -> "acknowledged";
          case DROPPED -> "dropped";
          case REFUSED -> REFUSED + sent.reason();
          case QUEUED -> throw new IllegalStateException("an undecided reading has no line");
        };
    return "%d,%s,%s,%d,%s,%s"
        .formatted(
            sent.timeMs(), series.patient(), series.vital(), sent.valueHundredths(), seq, outcome);
  }
}

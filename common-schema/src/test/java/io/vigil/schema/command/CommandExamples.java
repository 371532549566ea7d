package io.vigil.schema.command;

import io.vigil.schema.limit.Limits;
import io.vigil.schema.limit.VitalLimits;
import io.vigil.schema.vital.Vital;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** One command of each kind, as docs/formats/alert-commands.md has them; shared by all modules. */
public final class CommandExamples {
  private static final Instant AT = Instant.parse("2026-11-24T22:00:00Z");

  public static final Acknowledge ACKNOWLEDGE =
      new Acknowledge(
          "p-0001", AT, "dr-adams", "d7ff5935-5f87-34ab-b050-97865d9cf413", "on my way");

  public static final Pause PAUSE = new Pause("p-0001", AT, "dr-adams", 120, "suctioning");

  public static final Resume RESUME = new Resume("p-0001", AT, "dr-adams");

  public static final LimitsChange LIMITS =
      new LimitsChange(
          "p-0001",
          AT,
          "dr-adams",
          new Limits(
              Map.of(
                  Vital.HEART_RATE,
                  new VitalLimits(number(120), number(50), number(150), number(40)))));

  private CommandExamples() {}

  private static BigDecimal number(int limit) {
    return BigDecimal.valueOf(limit);
  }

  /** All of them, in the order of the page. */
  public static List<AlertCommand> all() {
    return List.of(ACKNOWLEDGE, PAUSE, RESUME, LIMITS);
  }
}

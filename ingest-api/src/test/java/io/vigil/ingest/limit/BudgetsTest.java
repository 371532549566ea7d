package io.vigil.ingest.limit;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final SettableTime time = new SettableTime();

  @Test
  void letsADeviceGoOnAtItsRateForEver() {
    Budgets budgets = budgets(1, 10, 10);

    for (int second = 0; second < 1_000; second++) {
      assertThat(budgets.request("dev-1")).isNull();
      assertThat(budgets.readings("dev-1", 10, 0)).isNull();
      time.advance(SECOND);
    }
  }

  @Test
  void countsRequestsWhateverIsInThem() {
    Budgets budgets = budgets(2, 10, 10);

    assertThat(budgets.request("dev-1")).isNull();
    assertThat(budgets.request("dev-1")).isNull();
    assertThat(budgets.request("dev-1"))
        .isEqualTo(new Shortage("device_requests", true, Duration.ofMillis(500)));
  }

  @Test
  void takesALargeRequestAndHasTheNextWaitUntilItIsPaidFor() {
    Budgets budgets = budgets(10, 10, 10);
    assertThat(budgets.readings("dev-1", 35, 0)).isNull();

    Shortage shortage = requireNonNull(budgets.readings("dev-1", 1, 0));

    assertThat(shortage.limit()).isEqualTo("device_readings");
    assertThat(shortage.comeBackAfter()).isEqualTo(Duration.ofMillis(2_600));
    time.advance(shortage.comeBackAfter());
    assertThat(budgets.readings("dev-1", 35, 0)).isNull();
  }

  @Test
  void keepsThePresentApartFromTheBacklog() {
    Budgets budgets = budgets(10, 10, 10);
    assertThat(budgets.readings("dev-1", 0, 1_000)).isNull();

    assertThat(requireNonNull(budgets.readings("dev-1", 0, 1)).limit()).isEqualTo("device_backlog");
    assertThat(budgets.readings("dev-1", 1, 0)).isNull();
  }

  @Test
  void takesNothingWhereItRefuses() {
    Budgets budgets = budgets(10, 10, 10);
    assertThat(budgets.readings("dev-1", 0, 11)).isNull();

    for (int i = 0; i < 100; i++) {
      assertThat(budgets.readings("dev-1", 10, 1)).isNotNull();
    }

    assertThat(budgets.readings("dev-1", 10, 0)).isNull();
  }

  @Test
  void keepsDevicesApart() {
    Budgets budgets = budgets(1, 1, 1);
    assertThat(budgets.readings("dev-1", 5, 0)).isNull();
    assertThat(budgets.readings("dev-1", 1, 0)).isNotNull();

    assertThat(budgets.readings("dev-2", 1, 0)).isNull();
  }

  @Test
  void boundsAllDevicesTogether() {
    Budgets budgets = budgets(1, 10, 10);
    for (int device = 0; device < 10; device++) {
      assertThat(budgets.readings("dev-" + device, 10, 0)).isNull();
    }

    assertThat(budgets.readings("dev-10", 10, 0))
        .isEqualTo(new Shortage("instance_readings", false, Duration.ofMillis(10)));
    assertThat(budgets.readings("dev-10", 0, 100)).isNull();
    assertThat(requireNonNull(budgets.readings("dev-11", 0, 1)).limit())
        .isEqualTo("instance_backlog");
  }

  @Test
  void forgetsADevice() {
    Budgets budgets = budgets(10, 10, 10);
    assertThat(budgets.readings("dev-1", 50, 0)).isNull();

    budgets.forget("dev-1");

    assertThat(budgets.readings("dev-1", 10, 0)).isNull();
  }

  /** Rates of a device; the instance's are ten times as high. Bursts are of a second. */
  private Budgets budgets(long requests, long readings, long backlog) {
    return new Budgets(
        new LimitsProperties(
            requests,
            readings,
            backlog,
            10 * readings,
            10 * backlog,
            SECOND,
            SECOND,
            SECOND,
            SECOND,
            0),
        time);
  }
}

package io.vigil.deploy.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class StatusTableTest {
  private static final PartStatus KAFKA =
      new PartStatus("kafka", Optional.of(4711L), 9092, "UP", OptionalLong.of(320 * 1024));
  private static final PartStatus INGEST =
      new PartStatus("ingest-api", Optional.empty(), 8081, "stopped", OptionalLong.empty());

  @Test
  void showsAPartALineAndTheMemoryOfAll() {
    assertThat(new StatusTable(List.of(KAFKA, INGEST)))
        .hasToString(
            """
            NAME                      PID   PORT  HEALTH              MEMORY
            kafka                    4711   9092  UP                  320 MB
            ingest-api                  -   8081  stopped                  -
                                                                      320 MB
            """);
  }

  @Test
  void isHealthyOnlyWhenEveryPartIs() {
    assertThat(new StatusTable(List.of(KAFKA)).isHealthy()).isTrue();
    assertThat(new StatusTable(List.of(KAFKA, INGEST)).isHealthy()).isFalse();
  }

  @Test
  void readsTheMemoryOfAProcessFromTheKernel() {
    List<String> status = List.of("Name:\tjava", "VmHWM:\t  999 kB", "VmRSS:\t  327680 kB");

    assertThat(ResidentMemory.in(status)).hasValue(327_680);
    assertThat(ResidentMemory.of(ProcessHandle.current().pid()).orElse(0)).isGreaterThan(1024);
  }
}

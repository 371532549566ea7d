package io.vigil.generator.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final long FROM = 1_800_000_000L;
  private static final long UNTIL = FROM + 60;
  private static final Course TACHYCARDIA = new Course(145, FROM, UNTIL);
  private static final Course BRADYCARDIA = new Course(44, FROM, UNTIL);

  @Test
  void aFastHeartIsThereWithinSecondsAndStaysBelowTheExtreme() {
    for (int patient = 1; patient <= 50; patient++) {
      HeartRate heart = heart(patient);

      assertThat(LongStream.range(FROM + 5, UNTIL))
          .as("patient %d", patient)
          .allSatisfy(
              second ->
                  assertThat(heart.hundredthsAt(second, TACHYCARDIA)).isBetween(12_001, 15_000));
    }
  }

  @Test
  void aSlowHeartIsThereWithinSecondsAndStaysAboveTheExtreme() {
    for (int patient = 1; patient <= 50; patient++) {
      HeartRate heart = heart(patient);

      assertThat(LongStream.range(FROM + 6, UNTIL))
          .as("patient %d", patient)
          .allSatisfy(
              second ->
                  assertThat(heart.hundredthsAt(second, BRADYCARDIA)).isBetween(4_000, 4_800));
    }
  }

  @Test
  void isFeltNeitherBeforeNorAfter() {
    HeartRate heart = heart(1);

    assertThat(heart.hundredthsAt(FROM, TACHYCARDIA)).isEqualTo(heart.hundredthsAt(FROM));
    assertThat(heart.hundredthsAt(UNTIL + 12, TACHYCARDIA))
        .isEqualTo(heart.hundredthsAt(UNTIL + 12));
    assertThat(TACHYCARDIA.isOverAt(UNTIL + 11)).isFalse();
    assertThat(TACHYCARDIA.isOverAt(UNTIL + 12)).isTrue();
  }

  @Test
  void comesBackStepByStep() {
    HeartRate heart = heart(1);
    int own = heart.hundredthsAt(UNTIL + 6);

    assertThat(heart.hundredthsAt(UNTIL + 6, TACHYCARDIA)).isBetween(own + 2_000, 13_000);
  }

  private static HeartRate heart(int patient) {
    return HeartRate.of(1, "p-%04d".formatted(patient));
  }
}

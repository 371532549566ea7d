package io.vigil.alert.reception;

import static io.vigil.alert.reception.Minutes.beat;
import static io.vigil.alert.topology.Wire.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vigil.alert.topology.Wire;
import io.vigil.schema.wire.Readings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientReceptionTest {
  private final Minutes minutes = new Minutes();

  @Test
  void tellsAMinuteWhenTheFirstReadingOfTheNextOneComes() {
    minutes.live(0, "72x60");
    assertThat(minutes.lines).isEmpty();

    minutes.live(60, "72");

    assertThat(minutes.lines)
        .containsExactly("0 60/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 1000");
  }

  @Test
  void expectsWhatIsLeftOfTheMinuteInWhichAPatientIsFirstHeard() {
    minutes.live(45, "72x75 72");

    assertThat(minutes.lines)
        .containsExactly(
            "0 15/15 dup 0 conflict 0 late 0 order 0 every 1000 silent 1000",
            "1 60/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 1000");
  }

  @Test
  void seesWhatIsMissingFromTheDistanceBetweenReadings() {
    minutes.live(0, "72x20 _x4 72x10 _ 72x25 72");

    assertThat(minutes.lines)
        .containsExactly("0 55/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 5000");
  }

  @Test
  void expectsAtTheRateAtWhichTheDeviceSends() {
    for (double second = 0; second < 61; second += 0.25) {
      minutes.at(second + 0.01, beat(second));
    }

    assertThat(minutes.lines)
        .containsExactly("0 240/240 dup 0 conflict 0 late 0 order 0 every 250 silent 250");
  }

  @Test
  void countsRepetitionsAndConflictsApart() {
    minutes.live(0, "72x30").at(30, beat(28)).at(30.1, beat(29)).at(30.2, beat(27, 7_300));
    minutes.live(30, "72x31");

    assertThat(minutes.lines)
        .containsExactly("0 60/60 dup 2 conflict 1 late 0 order 0 every 1000 silent 1000");
  }

  @Test
  void countsWhatComesAfterALaterOneAndMeasuresAsIfItHadComeInOrder() {
    minutes.live(0, "72x30 _ 72x2").at(33, beat(30)).live(33, "72x28");

    assertThat(minutes.lines)
        .containsExactly("0 60/60 dup 0 conflict 0 late 0 order 1 every 1000 silent 1000");
  }

  @Test
  void countsLateReadingsOnceAndNotAsReceived() {
    minutes.live(0, "72x10 _x5 72x35").at(50, beat(12), beat(13)).at(50.1, beat(12), beat(13, 1));
    minutes.live(50, "72x11");

    assertThat(minutes.lines)
        .containsExactly("0 55/60 dup 1 conflict 1 late 2 order 0 every 1000 silent 6000");
  }

  @Test
  void takesABatchAsOne() {
    minutes.at(20, beat(19), beat(3), beat(11)).at(61, beat(61));

    assertThat(minutes.lines)
        .containsExactly("0 3/5 dup 0 conflict 0 late 0 order 2 every 8000 silent 8000");
  }

  @Test
  void tellsEveryMinuteOfASilenceWhenTheWatermarkIsTenSecondsPast() {
    minutes.live(0, "72x30").watermark(69.9);
    assertThat(minutes.lines).isEmpty();

    minutes.watermark(70).watermark(129).watermark(130);

    assertThat(minutes.lines)
        .containsExactly(
            "0 30/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 30900",
            "1 0/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 90900");
  }

  @Test
  void tellsTheWholeOfASilenceInTheMinuteInWhichItEnds() {
    minutes.live(0, "72x30").watermark(70).live(90, "72x31");

    assertThat(minutes.lines)
        .endsWith("1 30/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 61000");
  }

  @Test
  void tellsNoMinuteInWhichNobodyWasListening() {
    minutes.live(0, "72x60").watermark(605);

    minutes.live(606, "72x55");

    assertThat(minutes.lines)
        .containsExactly(
            "0 60/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 1000",
            "9 0/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 0",
            "10 54/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 547000");
  }

  @Test
  void countsWhatComesAFewSecondsAfterItsMinuteInTheOneThatIsOpen() {
    minutes.live(0, "72x59").live(60, "72").at(59.9, beat(59)).live(61, "72x60");

    assertThat(minutes.lines)
        .containsExactly(
            "0 59/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 1000",
            "1 61/60 dup 0 conflict 0 late 0 order 1 every 1000 silent 1000");
  }

  @Test
  void goesOnWhenAClockIsSetBack() {
    minutes.live(86_400, "72x60").live(120, "72x61");

    assertThat(minutes.lines)
        .containsExactly(
            "1440 60/60 dup 0 conflict 0 late 0 order 0 every 1000 silent 1000",
            "2 0/60 dup 0 conflict 0 late 60 order 0 every 1000 silent 0");
  }

  @Test
  void remembersABoundedNumberOfReadings() {
    PatientReception reception = new PatientReception("p-0001");
    for (int i = 0; i < 5_000; i++) {
      reception.take(Wire.readings("p-0001", ms(50), beat(45 + i / 1_000.0)), minute -> {});
      reception.take(Wire.readings("p-0001", ms(55), beat(-40 - i)), minute -> {});
    }

    assertThat(reception.toBytes()).hasSizeLessThan(3_000);
  }

  @Test
  void needsFewBytesWhereAllIsWell() {
    PatientReception reception = new PatientReception("p-0001");
    for (Readings readings : Wire.live("p-0001", 0, "72x55")) {
      reception.take(readings, minute -> {});
    }

    assertThat(reception.toBytes()).hasSizeLessThan(90);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void tellsTheSameThroughRestartsRepetitionsAndDisorderOfWhatIsNotLate(long seed) {
    Random random = new Random(seed);
    List<Readings> log = Wire.live("p-0001", 0, "72x50 _x7 72x100 _ 72 _ 72x40 _x12 72x50");
    log.forEach(minutes::take);
    Minutes other = new Minutes();

    for (Readings readings : disturbed(log, random)) {
      other.take(readings);
      if (random.nextInt(4) == 0) {
        other.restart();
      }
    }

    assertThat(withoutDisturbance(other.lines)).isEqualTo(withoutDisturbance(minutes.lines));
  }

  /** Neighbours change places within their minute, and some come two or three times. */
  private static List<Readings> disturbed(List<Readings> log, Random random) {
    List<Readings> disturbed = new ArrayList<>(log);
    for (int i = 2; i < disturbed.size(); i++) {
      if (isClose(disturbed.get(i - 2), disturbed.get(i)) && random.nextInt(3) == 0) {
        Collections.swap(disturbed, i, i - 1);
      }
    }
    List<Readings> repeated = new ArrayList<>();
    for (Readings readings : disturbed) {
      for (int times = 1 + random.nextInt(3); times > 0; times--) {
        repeated.add(readings);
      }
    }
    return repeated;
  }

  private static boolean isClose(Readings one, Readings other) {
    return minute(one) == minute(other)
        && Math.abs(other.getIngestTimeMs() - one.getIngestTimeMs()) < 5_000;
  }

  private static long minute(Readings readings) {
    return PatientReception.minuteOf(readings.getIngestTimeMs());
  }

  private static List<String> withoutDisturbance(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("(dup|order) \\d+", "$1 *")).toList();
  }

  @Test
  void refusesAStateOfAnotherVersion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PatientReception.fromBytes("p-0001", new byte[] {9}));
  }
}

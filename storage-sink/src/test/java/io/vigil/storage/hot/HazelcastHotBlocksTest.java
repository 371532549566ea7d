package io.vigil.storage.hot;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.HotWindow;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.vital.Vital;
import io.vigil.storage.series.SeriesKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HazelcastHotBlocksTest {
  private static final Members MEMBERS = new Members();
  private static final HazelcastInstance MEMBER = MEMBERS.start();

  private static final Instant HOUR = Instant.parse("2026-11-21T08:00:00Z");
  private static final Instant NOW = HOUR.plus(Duration.ofMinutes(30));
  private static final SeriesKey SERIES = new SeriesKey("p-0001", Vital.HEART_RATE);
  private static final SeriesKey HIGH_PRIORITY = new SeriesKey("p-high", Vital.HEART_RATE);

  private final IMap<String, byte[]> map = MEMBER.getMap(HotWindow.MAP);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final HotBlocks blocks = blocks(MEMBER);

  @BeforeEach
  void startEmpty() {
    map.clear();
  }

  @AfterAll
  static void stop() {
    MEMBERS.close();
  }

  @Test
  void readingsAreVisibleWhenAppendReturns() {
    blocks.append(Map.of(SERIES, readings(0, 7200, 1_000, 7300)));

    assertThat(hour(SERIES, HOUR)).isEqualTo(readings(0, 7200, 1_000, 7300));
  }

  @Test
  void lateReadingsLandInTheirPlace() {
    blocks.append(Map.of(SERIES, readings(0, 7200, 5_000, 7300)));
    blocks.append(Map.of(SERIES, readings(2_000, 1)));

    assertThat(hour(SERIES, HOUR)).isEqualTo(readings(0, 7200, 2_000, 1, 5_000, 7300));
  }

  @Test
  void tellsWhetherNothingIsThere() {
    assertThat(blocks.isEmpty()).isTrue();

    blocks.append(Map.of(SERIES, readings(0, 7200)));

    assertThat(blocks.isEmpty()).isFalse();
  }

  @Test
  void eachHourHasItsBlock() {
    Instant before = HOUR.minus(Duration.ofHours(1));

    blocks.append(Map.of(SERIES, readings(-1_000, 1, 0, 2)));

    assertThat(hour(SERIES, before)).isEqualTo(readings(-1_000, 1));
    assertThat(hour(SERIES, HOUR)).isEqualTo(readings(0, 2));
  }

  @Test
  void repetitionChangesNothingAndIsCounted() {
    blocks.append(Map.of(SERIES, readings(0, 7200, 1_000, 7300)));
    Appended appended = blocks.append(Map.of(SERIES, readings(0, 7200, 1_000, 9900, 2_000, 7400)));

    assertThat(hour(SERIES, HOUR)).isEqualTo(readings(0, 7200, 1_000, 7300, 2_000, 7400));
    assertThat(appended).isEqualTo(new Appended(2, 1));
  }

  @Test
  void anHourLivesUntilItsEndAndTheRetention() {
    blocks.append(Map.of(SERIES, readings(0, 1), HIGH_PRIORITY, readings(0, 1)));

    assertThat(timeToLive(SERIES)).isEqualTo(Duration.ofMinutes(90));
    assertThat(timeToLive(HIGH_PRIORITY)).isEqualTo(Duration.ofDays(7).plusMinutes(30));
  }

  @Test
  void anAppendStartsTheTimeToLiveAnew() {
    blocks.append(Map.of(SERIES, readings(0, 1)));
    map.setTtl(key(SERIES, HOUR), 5, TimeUnit.MINUTES);

    blocks.append(Map.of(SERIES, readings(1_000, 1)));

    assertThat(timeToLive(SERIES)).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void whatIsOlderThanTheRetentionIsNotHot() {
    long twoHours = Duration.ofHours(2).toMillis();

    blocks.append(Map.of(SERIES, readings(-twoHours, 1), HIGH_PRIORITY, readings(-twoHours, 1)));

    assertThat(map.keySet()).containsExactly(key(HIGH_PRIORITY, HOUR.minus(Duration.ofHours(2))));
  }

  @Test
  void aTimeFarAheadLivesNoLongerThanTheNextHourWould() {
    long century = Duration.ofDays(36_500).toMillis();

    blocks.append(Map.of(SERIES, readings(century, 1)));

    Instant ahead = Instant.ofEpochMilli(HotWindow.blockStart(HOUR.toEpochMilli() + century));
    assertThat(map.getEntryView(key(SERIES, ahead)).getTtl())
        .isEqualTo(Duration.ofHours(2).toMillis());
  }

  @Test
  void manySeriesAreAppendedAtOnce() {
    Map<SeriesKey, ReadingColumns> batch = new HashMap<>();
    for (int i = 0; i < 2_000; i++) {
      batch.put(new SeriesKey("p-" + i, Vital.SPO2), readings(0, 9700));
    }

    blocks.append(batch);

    assertThat(map.size()).isEqualTo(2_000);
    assertThat(failures()).isZero();
  }

  @Test
  void aBlockOfAnUnknownVersionIsLeftAloneAndCounted() {
    map.set(key(SERIES, HOUR), new byte[] {99, 1, 2, 3, 4, 5, 6, 7});

    blocks.append(Map.of(SERIES, readings(0, 1)));

    assertThat(failures()).isEqualTo(1);
    assertThat(map.get(key(SERIES, HOUR))).startsWith(99);
  }

  @Test
  void aMemberThatIsNotRunningIsCountedAndThrowsNothing() {
    try (var gone = new Members()) {
      HazelcastInstance member = gone.start();
      HotBlocks onGone = blocks(member);
      member.getLifecycleService().terminate();

      onGone.append(Map.of(SERIES, readings(0, 1)));

      assertThat(failures()).isEqualTo(1);
      assertThat(onGone.isEmpty()).isFalse();
      assertThat(new HazelcastHealthIndicator(member).health().getStatus().getCode())
          .isEqualTo("DOWN");
    }
  }

  @Test
  void nothingIsLostWithAMemberAndTheTimeToLiveStays() {
    try (var pair = new Members()) {
      HazelcastInstance one = pair.start();
      HazelcastInstance other = pair.start();
      Map<SeriesKey, ReadingColumns> batch = new HashMap<>();
      for (int i = 0; i < 100; i++) {
        batch.put(new SeriesKey("p-" + i, Vital.SPO2), readings(0, 9700));
      }
      blocks(one).append(batch);
      batch.replaceAll((series, readings) -> readings(1_000, 9800));
      blocks(other).append(batch);

      one.getLifecycleService().terminate();

      IMap<String, byte[]> survivor = other.getMap(HotWindow.MAP);
      assertThat(survivor.size()).isEqualTo(100);
      for (SeriesKey series : batch.keySet()) {
        assertThat(hour(survivor, series, HOUR)).isEqualTo(readings(0, 9700, 1_000, 9800));
        assertThat(survivor.getEntryView(key(series, HOUR)).getTtl())
            .isEqualTo(Duration.ofMinutes(90).toMillis());
      }
    }
  }

  @Test
  void theShareOfThisMemberIsShown() {
    HotMetrics.showShare(MEMBER, meters);

    blocks.append(Map.of(SERIES, readings(0, 7200, 1_000, 7300)));

    assertThat(meters.get("vigil.hot.entries").tag("copy", "owned").gauge().value()).isEqualTo(1);
    assertThat(meters.get("vigil.hot.bytes").tag("copy", "owned").gauge().value()).isPositive();
    assertThat(meters.get("vigil.hot.entries").tag("copy", "backup").gauge().value()).isZero();
  }

  private HotBlocks blocks(HazelcastInstance member) {
    return new HazelcastHotBlocks(
        member,
        patient -> patient.equals("p-high") ? Duration.ofDays(7) : Duration.ofHours(1),
        InstantSource.fixed(NOW),
        new HotProperties(Duration.ofDays(7), Duration.ofHours(1), 64, Duration.ofSeconds(30)),
        new HotMetrics(meters));
  }

  private double failures() {
    return meters.counter("vigil.hot.failures", "stage", "storage").count();
  }

  private Duration timeToLive(SeriesKey series) {
    return Duration.ofMillis(map.getEntryView(key(series, HOUR)).getTtl());
  }

  private ReadingColumns hour(SeriesKey series, Instant hour) {
    return hour(map, series, hour);
  }

  private static ReadingColumns hour(IMap<String, byte[]> map, SeriesKey series, Instant hour) {
    byte[] block = Objects.requireNonNull(map.get(key(series, hour)));
    return new BlockCodec().decode(block);
  }

  private static String key(SeriesKey series, Instant hour) {
    return HotWindow.key(series.patient(), series.vital(), hour.toEpochMilli());
  }

  /** Times in milliseconds after the hour, and values, in turn. */
  private static ReadingColumns readings(long... timesAndValues) {
    var builder = new ReadingColumnsBuilder();
    for (int i = 0; i < timesAndValues.length; i += 2) {
      builder.add(HOUR.toEpochMilli() + timesAndValues[i], (int) timesAndValues[i + 1]);
    }
    return builder.build();
  }
}

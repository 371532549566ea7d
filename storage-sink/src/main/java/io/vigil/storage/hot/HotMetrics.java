package io.vigil.storage.hot;

import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.vigil.schema.block.HotWindow;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts appends that did not reach the hot window, and shows how full this member's share is. */
final class HotMetrics {
  private static final Logger log = LoggerFactory.getLogger(HotMetrics.class);
  private static final Tags STAGE = Tags.of("stage", "storage");

  private final Counter failures;
  private final Set<String> causesTold = ConcurrentHashMap.newKeySet();

  HotMetrics(MeterRegistry registry) {
    this.failures = registry.counter("vigil.hot.failures", STAGE);
  }

  /** Shows entries and bytes of this member, those that it owns and those that it backs up. */
  static void showShare(HazelcastInstance hazelcast, MeterRegistry registry) {
    IMap<String, byte[]> map = hazelcast.getMap(HotWindow.MAP);
    Gauge.builder("vigil.hot.entries", map, m -> m.getLocalMapStats().getOwnedEntryCount())
        .tags(STAGE.and("copy", "owned"))
        .register(registry);
    Gauge.builder("vigil.hot.entries", map, m -> m.getLocalMapStats().getBackupEntryCount())
        .tags(STAGE.and("copy", "backup"))
        .register(registry);
    Gauge.builder("vigil.hot.bytes", map, m -> m.getLocalMapStats().getOwnedEntryMemoryCost())
        .tags(STAGE.and("copy", "owned"))
        .baseUnit("bytes")
        .register(registry);
    Gauge.builder("vigil.hot.bytes", map, m -> m.getLocalMapStats().getBackupEntryMemoryCost())
        .tags(STAGE.and("copy", "backup"))
        .baseUnit("bytes")
        .register(registry);
  }

  /** One append did not reach the map; null where there was no time left to try. */
  void failed(@Nullable Throwable cause) {
    failures.increment();
    String name = cause == null ? "no time left" : cause.getClass().getName();
    if (causesTold.add(name)) {
      log.warn("The hot window lacks readings that the history will have: {}", name, cause);
    }
  }
}

package io.vigil.bench.storage;

import com.hazelcast.config.Config;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.IMap;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.HotWindow;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.vital.Vital;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** What a reading takes on the heap of a Hazelcast member, without backups, after collection. */
final class HotMemory {
  private static final int ROUNDS_OF_COLLECTION = 3;
  private static final long DAYS_TO_LIVE = 7;
  private static final long HOUR_MS = HotWindow.BLOCK_SPAN.toMillis();

  private HotMemory() {}

  /** Bytes a reading, of so many hours of patients that have these readings, as open blocks. */
  static double ofBlocks(List<ReadingColumns> hours, int entries) {
    BlockCodec codec = new BlockCodec();
    List<byte[]> blocks = hours.stream().map(codec::encodeOpen).toList();
    return measure(
        map -> {
          long readings = 0;
          for (int i = 0; i < entries; i++) {
            String key = HotWindow.key("p-%04d".formatted(i), Vital.HEART_RATE, i * HOUR_MS);
            map.set(key, blocks.get(i % blocks.size()), DAYS_TO_LIVE, TimeUnit.DAYS);
            readings += hours.get(i % hours.size()).size();
          }
          return readings;
        });
  }

  /** Bytes a reading, where each is an entry of its own: patient, vital and time to its value. */
  static double ofEntries(List<ReadingColumns> hours, int entries) {
    return measure(
        map -> {
          ReadingColumns hour = hours.get(0);
          for (int i = 0; i < entries; i++) {
            String key = "p-%04d/heart_rate/%d".formatted(i / 3_600, 1_795_248_000_000L + i);
            map.set(key, hour.valueAt(i % hour.size()), DAYS_TO_LIVE, TimeUnit.DAYS);
          }
          return entries;
        });
  }

  /** Fills a map, and tells how many readings that were. */
  private interface Filling {
    long fill(IMap<String, Object> map);
  }

  private static double measure(Filling filling) {
    Config config = new Config().setClusterName("bench-" + ProcessHandle.current().pid());
    config.getJetConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().setPort(0).getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.logging.type", "none");
    HazelcastInstance member = Hazelcast.newHazelcastInstance(config);
    try {
      IMap<String, Object> map = member.getMap(HotWindow.MAP);
      map.set("warm-up", 0);
      map.clear();
      long before = usedAfterCollection();
      long readings = filling.fill(map);
      return (double) (usedAfterCollection() - before) / readings;
    } finally {
      member.shutdown();
    }
  }

  private static long usedAfterCollection() {
    for (int i = 0; i < ROUNDS_OF_COLLECTION; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}

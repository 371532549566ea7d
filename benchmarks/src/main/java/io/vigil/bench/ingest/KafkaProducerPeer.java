package io.vigil.bench.ingest;

import io.vigil.bench.measure.CpuTime;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.tools.ProducerPerformance;

/**
 * The peer that writes to the log and takes nothing in: Kafka's own measure of its producer, warmed
 * up in its process.
 */
public final class KafkaProducerPeer {
  /** Begins the line that tells seconds by the clock, and of the processor. */
  static final String TOLD = "measured ";

  private static final int WARM_UP_SHARE = 4;

  private KafkaProducerPeer() {}

  /** Takes the brokers, the topic, the number of records and the bytes in each. */
  public static void main(List<String> arguments) throws Exception {
    int records = Integer.parseInt(arguments.get(2));
    produce(arguments, records / WARM_UP_SHARE);
    long pid = ProcessHandle.current().pid();
    double cpuBefore = CpuTime.secondsOf(pid);
    long start = System.nanoTime();
    produce(arguments, records);
    double wall = (System.nanoTime() - start) / 1e9;
    double cpu = CpuTime.secondsOf(pid) - cpuBefore;
    System.out.printf(Locale.ROOT, "%s%.3f %.2f%n", TOLD, wall, cpu);
  }

  private static void produce(List<String> arguments, int records) throws Exception {
    ProducerPerformance.main(
        new String[] {
          "--bootstrap-server", arguments.get(0),
          "--topic", arguments.get(1),
          "--num-records", Integer.toString(records),
          "--record-size", arguments.get(3),
          "--throughput", "-1",
          "--command-property", "acks=all"
        });
  }
}

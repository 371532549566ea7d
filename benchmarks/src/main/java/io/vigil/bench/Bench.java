package io.vigil.bench;

import io.vigil.bench.alerts.AlertsBench;
import io.vigil.bench.alerts.SilenceBench;
import io.vigil.bench.alerts.StockAlarms;
import io.vigil.bench.ingest.BareServer;
import io.vigil.bench.ingest.IngestBench;
import io.vigil.bench.ingest.KafkaProducerPeer;
import io.vigil.bench.live.LiveProbe;
import io.vigil.bench.measure.Extent;
import io.vigil.bench.stock.StockIngest;
import io.vigil.bench.storage.StorageBench;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Runs the benchmarks that are named, or one of their peers, in its own process. */
public final class Bench {
  /** A benchmark: measures, prints its table and puts it on the page. */
  @FunctionalInterface
  private interface Benchmark {
    void run(Extent extent) throws Exception;
  }

  /** A peer: a server that runs until its process is ended. */
  @FunctionalInterface
  private interface Peer {
    void run(List<String> arguments) throws Exception;
  }

  private static final Map<String, Benchmark> BENCHMARKS =
      new TreeMap<>(
          Map.of(
              "alerts",
              AlertsBench::run,
              "ingest",
              IngestBench::run,
              "latency",
              extent -> LiveProbe.run(home()),
              "silence",
              SilenceBench::run,
              "storage",
              StorageBench::run));

  private static final Map<String, Peer> PEERS =
      Map.of(
          "bare-server", BareServer::main,
          "kafka-producer", KafkaProducerPeer::main,
          "stock-alarms", StockAlarms::main,
          "stock-ingest", StockIngest::main);

  private Bench() {}

  /** Takes the names of benchmarks; {@code --brief} to try them out. */
  public static void main(String[] args) throws Exception {
    List<String> words = Arrays.asList(args);
    if (words.size() > 1 && words.get(0).equals("peer") && PEERS.containsKey(words.get(1))) {
      PEERS.get(words.get(1)).run(words.subList(2, words.size()));
      return;
    }
    List<String> names = words.stream().filter(word -> !word.equals("--brief")).toList();
    if (names.isEmpty() || !BENCHMARKS.keySet().containsAll(names)) {
      System.err.println("no benchmark " + names + "; there are: " + BENCHMARKS.keySet());
      System.exit(2);
    }
    Extent extent = words.contains("--brief") ? Extent.BRIEF : Extent.FULL;
    for (Map.Entry<String, Benchmark> benchmark : BENCHMARKS.entrySet()) {
      if (names.contains(benchmark.getKey())) {
        benchmark.getValue().run(extent);
      }
    }
  }

  private static Path home() {
    return Path.of(System.getenv().getOrDefault("VIGIL_HOME", ".vigil"));
  }
}

package io.vigil.bench.alerts;

import com.google.protobuf.InvalidProtocolBufferException;
import io.vigil.schema.wire.Readings;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * The peer: the same rules on Kafka Streams as its guide shows it, a processor with a persistent
 * store (RocksDB and a changelog), all settings at their defaults. Its state is 60 bytes by hand,
 * kinder than the guide's JSON. It reads only what is committed, as the backlog is let go by a
 * commit.
 */
public final class StockAlarms {
  static final String READINGS = "stock.readings";
  static final String ALERTS = "stock.alerts";

  private StockAlarms() {}

  /** Runs until its process is ended; takes the brokers, the folder of the state, the threads. */
  public static void main(List<String> arguments) throws InterruptedException {
    Properties settings = new Properties();
    settings.putAll(
        Map.of(
            StreamsConfig.APPLICATION_ID_CONFIG,
            "stock-alarms",
            StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
            arguments.get(0),
            StreamsConfig.STATE_DIR_CONFIG,
            arguments.get(1),
            StreamsConfig.NUM_STREAM_THREADS_CONFIG,
            arguments.get(2),
            StreamsConfig.consumerPrefix(ConsumerConfig.ISOLATION_LEVEL_CONFIG),
            "read_committed"));
    try (KafkaStreams streams = new KafkaStreams(topology(), settings)) {
      streams.start();
      new CountDownLatch(1).await();
    }
  }

  static Topology topology() {
    StreamsBuilder builder = new StreamsBuilder();
    builder.addStateStore(
        Stores.keyValueStoreBuilder(
            Stores.persistentKeyValueStore(StockProcessor.STORE), Serdes.String(), watches()));
    builder.stream(READINGS, Consumed.with(Serdes.String(), readings()))
        .process(StockProcessor::new, StockProcessor.STORE)
        .to(ALERTS, Produced.with(Serdes.String(), Serdes.ByteArray()));
    return builder.build();
  }

  private static Serde<StockWatch> watches() {
    return Serdes.serdeFrom(
        (topic, watch) -> watch == null ? null : watch.toBytes(),
        (topic, bytes) -> bytes == null ? null : StockWatch.fromBytes(bytes));
  }

  private static Serde<Readings> readings() {
    return Serdes.serdeFrom(
        (topic, readings) -> readings.toByteArray(), (topic, bytes) -> parse(bytes));
  }

  private static Readings parse(byte[] bytes) {
    try {
      return Readings.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new SerializationException("no readings", e);
    }
  }
}

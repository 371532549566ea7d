package io.vigil.bench.ingest;

import io.vigil.bench.measure.Contender;
import io.vigil.bench.measure.Sample;
import io.vigil.bench.measure.Server;
import io.vigil.bench.measure.Workbench;
import java.time.Duration;
import java.util.List;

/**
 * Kafka's own producer, in a new process each round.
 *
 * @param records to be written in a round
 */
record ProducerRound(Workbench bench, String topic, int records) implements Contender {
  static final int RECORD_BYTES = 48;

  private static final int HEAP = 512;
  private static final Duration WITHIN = Duration.ofMinutes(3);

  @Override
  public Sample run(int round) throws Exception {
    List<String> arguments =
        List.of(
            bench.bootstrapServers(),
            topic,
            Integer.toString(records),
            Integer.toString(RECORD_BYTES));
    Server producer = bench.peer("kafka-producer", HEAP, arguments);
    producer.awaitEnd(WITHIN);
    String told = producer.output();
    int at = told.lastIndexOf(KafkaProducerPeer.TOLD);
    if (at < 0) {
      throw new IllegalStateException("Kafka's producer told nothing:\n" + told);
    }
    String[] seconds = told.substring(at + KafkaProducerPeer.TOLD.length()).strip().split(" ", -1);
    return new Sample(records, Double.parseDouble(seconds[0]), Double.parseDouble(seconds[1]));
  }
}

package io.vigil.gateway.tail;

import io.vigil.schema.topic.RejectedRecordWriter;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what follows the log. */
@Configuration(proxyBeanMethods = false)
class TailConfiguration {
  @Bean
  RejectedRecordWriter tailRejectedRecords(KafkaProperties kafka) {
    return new RejectedRecordWriter(kafka.buildConsumerProperties(), "dashboard-gateway");
  }

  @Bean(destroyMethod = "")
  LogTail logTail(
      KafkaProperties kafka,
      TailProperties properties,
      InstantSource clock,
      TailMetrics metrics,
      RejectedRecordWriter rejected,
      TailProgress progress,
      ObjectProvider<TailListener> listeners) {
    return new LogTail(
        kafka.buildConsumerProperties(),
        properties,
        clock,
        new RecordReader(metrics, rejected::park),
        progress,
        listeners.orderedStream().toList());
  }

  @Bean
  TailFollowing tailFollowing(LogTail tail, Tail progress, KafkaProperties kafka) {
    return new TailFollowing(tail, progress, kafka.getListener().isAutoStartup());
  }
}

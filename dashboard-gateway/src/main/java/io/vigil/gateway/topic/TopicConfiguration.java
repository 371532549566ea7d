package io.vigil.gateway.topic;

import io.vigil.schema.topic.Topics;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;

/** Declares the topics. */
@Configuration(proxyBeanMethods = false)
class TopicConfiguration {
  @Bean
  NewTopics topics(TopicProperties properties) {
    return new NewTopics(
        Topics.all(properties.partitions(), properties.replication()).toArray(NewTopic[]::new));
  }
}

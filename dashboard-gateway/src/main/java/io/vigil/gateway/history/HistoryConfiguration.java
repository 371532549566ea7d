package io.vigil.gateway.history;

import io.vigil.schema.block.BlockCodec;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the two stores and what asks them. */
@Configuration(proxyBeanMethods = false)
class HistoryConfiguration {
  @Bean
  HazelcastConnection hazelcastConnection(HistoryProperties properties) {
    return new HazelcastConnection(properties);
  }

  @Bean
  CassandraConnection cassandraConnection(HistoryProperties properties) {
    return new CassandraConnection(properties);
  }

  @Bean
  BlockStore hotBlocks(HazelcastConnection connection) {
    return new HotBlocks(connection);
  }

  @Bean
  BlockStore coldBlocks(CassandraConnection connection, HistoryProperties properties) {
    return new ColdBlocks(connection, properties.keyspace());
  }

  @Bean
  History history(BlockStore hotBlocks, BlockStore coldBlocks, HistoryProperties properties) {
    return new History(hotBlocks, coldBlocks, new BlockCodec(), properties.answerWithin());
  }

  @Bean
  PastReadings pastReadings(History history) {
    return new PastReadings(history);
  }

  @Bean
  HealthIndicator hotHealthIndicator(BlockStore hotBlocks) {
    return new StoreHealth(hotBlocks);
  }

  @Bean
  HealthIndicator coldHealthIndicator(BlockStore coldBlocks) {
    return new StoreHealth(coldBlocks);
  }
}

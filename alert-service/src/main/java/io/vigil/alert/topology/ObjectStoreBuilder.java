package io.vigil.alert.topology;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds an {@link ObjectStore} for each task, in memory and with a changelog. */
public final class ObjectStoreBuilder<V> implements StoreBuilder<ObjectStore<V>> {
  private final StoreBuilder<KeyValueStore<String, byte[]>> bytes;
  private final ObjectCodec<V> codec;

  public ObjectStoreBuilder(
      String name, ObjectCodec<V> codec, Map<String, String> changelogSettings) {
    this.bytes =
        Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
            .withCachingDisabled()
            .withLoggingEnabled(changelogSettings);
    this.codec = codec;
  }

  @Override
  public ObjectStore<V> build() {
    return new ObjectStore<>(bytes.build(), codec);
  }

  @Override
  public StoreBuilder<ObjectStore<V>> withCachingEnabled() {
    return this;
  }

  @Override
  public StoreBuilder<ObjectStore<V>> withCachingDisabled() {
    return this;
  }

  @Override
  public StoreBuilder<ObjectStore<V>> withLoggingEnabled(Map<String, String> settings) {
    bytes.withLoggingEnabled(settings);
    return this;
  }

  @Override
  public ObjectStoreBuilder<V> withLoggingDisabled() {
    bytes.withLoggingDisabled();
    return this;
  }

  @Override
  public Map<String, String> logConfig() {
    return bytes.logConfig();
  }

  @Override
  public boolean loggingEnabled() {
    return bytes.loggingEnabled();
  }

  @Override
  public String name() {
    return bytes.name();
  }
}

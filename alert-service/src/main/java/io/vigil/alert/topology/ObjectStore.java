package io.vigil.alert.topology;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A store of mutable objects in memory, in front of a store of bytes that has a changelog. Objects
 * are turned into bytes just before a commit, and only those that changed since the last one:
 * Streams' own stores do so at every write, which costs more than the rules themselves. {@link
 * CachedStateStore} is internal to Streams, and the only way to be called before each commit.
 *
 * <p>Used by the thread of its task alone.
 */
public final class ObjectStore<V> implements StateStore, CachedStateStore<String, V> {
  private static final Logger log = LoggerFactory.getLogger(ObjectStore.class);

  private final KeyValueStore<String, byte[]> bytes;
  private final ObjectCodec<V> codec;
  private final Map<String, V> objects = new HashMap<>();
  private final Set<String> changed = new HashSet<>();

  ObjectStore(KeyValueStore<String, byte[]> bytes, ObjectCodec<V> codec) {
    this.bytes = bytes;
    this.codec = codec;
  }

  /** The object of this key, or null; nothing is found before {@link #load}. */
  public @Nullable V get(String key) {
    return objects.get(key);
  }

  /** All of them, in no order. */
  public Collection<V> all() {
    return objects.values();
  }

  /** Puts an object, or tells that the one that is there has changed. */
  public void put(String key, V value) {
    objects.put(key, value);
    changed.add(key);
  }

  public void remove(String key) {
    objects.remove(key);
    changed.add(key);
  }

  /**
   * Makes objects of what the changelog brought; called when a task starts. What cannot be read is
   * told and left out, so that its key starts anew.
   */
  public void load() {
    objects.keySet().retainAll(changed);
    try (KeyValueIterator<String, byte[]> all = bytes.all()) {
      while (all.hasNext()) {
        KeyValue<String, byte[]> entry = all.next();
        if (!changed.contains(entry.key)) {
          load(entry.key, entry.value);
        }
      }
    }
  }

  private void load(String key, byte[] value) {
    try {
      objects.put(key, codec.fromBytes(key, value));
    } catch (IllegalArgumentException e) {
      log.error("Starting {} anew in {}: {}", key, name(), e.getMessage());
    }
  }

  @Override
  public void flushCache() {
    for (String key : changed) {
      V value = objects.get(key);
      bytes.put(key, value == null ? null : codec.toBytes(value));
    }
    changed.clear();
  }

  @Override
  public void clearCache() {
    objects.clear();
    changed.clear();
  }

  /** Nobody listens to what is written. */
  @Override
  public boolean setFlushListener(CacheFlushListener<String, V> listener, boolean sendOldValues) {
    return false;
  }

  @Override
  public String name() {
    return bytes.name();
  }

  /** Registers itself in place of the store of bytes, so that Streams calls it before a commit. */
  @Override
  public void init(StateStoreContext context, StateStore root) {
    bytes.init(context, this);
  }

  @Override
  public void flush() {
    bytes.flush();
  }

  @Override
  public void close() {
    clearCache();
    bytes.close();
  }

  @Override
  public boolean persistent() {
    return bytes.persistent();
  }

  @Override
  public boolean isOpen() {
    return bytes.isOpen();
  }
}

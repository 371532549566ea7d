package io.vigil.alert.topology;

/** How an object of an {@link ObjectStore} lies in the changelog. */
public interface ObjectCodec<V> {
  byte[] toBytes(V value);

  /**
   * Reads an object.
   *
   * @throws IllegalArgumentException if the bytes are none
   */
  V fromBytes(String key, byte[] bytes);
}

package io.vigil.alert.storage;

import io.vigil.alert.topology.UnprocessableRecordException;
import io.vigil.schema.check.StorageCheck;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads checks, and refuses what is none. */
final class StorageCheckDeserializer implements Deserializer<StorageCheck> {
  @Override
  public StorageCheck deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new UnprocessableRecordException("no_value", "a record without a value");
    }
    try {
      return StorageCheck.fromJson(bytes);
    } catch (IllegalArgumentException e) {
      throw new UnprocessableRecordException("malformed", String.valueOf(e.getMessage()));
    }
  }
}

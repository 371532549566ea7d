package io.vigil.alert.topology;

import io.vigil.schema.command.AlertCommand;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads commands, and refuses what is none. */
final class CommandDeserializer implements Deserializer<AlertCommand> {
  @Override
  public AlertCommand deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new UnprocessableRecordException("no_value", "a record without a value");
    }
    try {
      return AlertCommand.fromJson(bytes);
    } catch (IllegalArgumentException e) {
      throw new UnprocessableRecordException("malformed", String.valueOf(e.getMessage()));
    }
  }
}

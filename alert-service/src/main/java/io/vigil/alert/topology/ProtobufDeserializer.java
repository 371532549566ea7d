package io.vigil.alert.topology;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads messages of the wire, and refuses what is none. */
final class ProtobufDeserializer implements Deserializer<MessageLite> {
  private final Parser<? extends MessageLite> parser;

  ProtobufDeserializer(Parser<? extends MessageLite> parser) {
    this.parser = parser;
  }

  @Override
  public MessageLite deserialize(String topic, byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new UnprocessableRecordException("no_value", "a record without a value");
    }
    try {
      return parser.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new UnprocessableRecordException("malformed", "not of the topic's format");
    }
  }
}

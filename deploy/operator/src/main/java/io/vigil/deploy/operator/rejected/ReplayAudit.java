package io.vigil.deploy.operator.rejected;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vigil.deploy.operator.log.TopicReader;
import io.vigil.schema.topic.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The account of replays in vitals.audit. */
final class ReplayAudit {
  private static final String BEGUN = "replay_begun";
  private static final String DONE = "record_replayed";

  private final JsonMapper json =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private final String bootstrapServers;

  ReplayAudit(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  /** How far the replays have got that were told since then; who is not named has none. */
  Map<Origin, ReplayState> since(long ms) {
    Map<Origin, ReplayState> states = new HashMap<>();
    new TopicReader(bootstrapServers).read(Topics.AUDIT, ms, record -> take(record, states));
    return states;
  }

  private void take(ConsumerRecord<byte[], byte[]> record, Map<Origin, ReplayState> states) {
    read(record.value())
        .ifPresent(
            event -> {
              ReplayState state =
                  switch (String.valueOf(event.action())) {
                    case BEGUN -> ReplayState.BEGUN;
                    case DONE -> ReplayState.DONE;
                    default -> ReplayState.NOT_YET;
                  };
              Origin origin = event.origin();
              if (state != ReplayState.NOT_YET && origin != null) {
                states.put(origin, state);
              }
            });
  }

  private Optional<Event> read(byte @Nullable [] value) {
    try {
      return value == null ? Optional.empty() : Optional.of(json.readValue(value, Event.class));
    } catch (JacksonException e) {
      return Optional.empty(); // Nobody's account of a replay.
    }
  }

  ProducerRecord<byte[], byte[]> begun(Origin origin, String who, Instant now) {
    return event(who, new Event(BEGUN, now, who, "", origin));
  }

  ProducerRecord<byte[], byte[]> done(Origin origin, String who, Instant now) {
    return event(who, new Event(DONE, now, who, "", origin));
  }

  private ProducerRecord<byte[], byte[]> event(String who, Event event) {
    return new ProducerRecord<>(Topics.AUDIT, who.getBytes(UTF_8), json.writeValueAsBytes(event));
  }

  /** An event of vitals.audit as far as it matters here. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Event(
      @Nullable String action,
      @Nullable Instant time,
      @Nullable String who,
      @Nullable String from,
      @Nullable Origin origin) {}
}

package io.vigil.deploy.operator.rejected;

import io.vigil.deploy.operator.log.TopicReader;
import io.vigil.schema.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The topic vitals.rejected as it is now. */
public record RejectedTopic(String bootstrapServers) {
  /** Those parked records that are meant, oldest first. */
  public List<ParkedRecord> read(Predicate<ParkedRecord> meant) {
    List<ParkedRecord> records = new ArrayList<>();
    new TopicReader(bootstrapServers)
        .read(
            Topics.REJECTED,
            0,
            record -> {
              ParkedRecord parked = new ParkedRecord(record);
              if (meant.test(parked)) {
                records.add(parked);
              }
            });
    return records;
  }
}

package io.vigil.deploy.operator.rejected;

import java.util.Optional;
import java.util.function.Predicate;

/** Which of the parked records somebody means; what is empty does not matter. */
public record Filter(Optional<String> topic, Optional<String> reason, Optional<String> by)
    implements Predicate<ParkedRecord> {
  @Override
  public boolean test(ParkedRecord record) {
    return topic.map(record.topic()::equals).orElse(true)
        && reason.map(record.reason()::equals).orElse(true)
        && by.map(record.by()::equals).orElse(true);
  }

  /** Whether it leaves out anything. */
  public boolean isEmpty() {
    return topic.isEmpty() && reason.isEmpty() && by.isEmpty();
  }
}

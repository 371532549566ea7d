package io.vigil.generator.push;

import io.vigil.generator.store.Reading;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** An ingest that answers when a test says so. */
final class ScriptedIngest implements Ingest {
  static final Answer ACKNOWLEDGED = new Answer.Decided(Map.of());
  static final Answer NOT_NOW = new Answer.NotNow(Optional.empty());

  private final List<Push> pushes = new ArrayList<>();
  private final Deque<Consumer<Answer>> unanswered = new ArrayDeque<>();

  @Override
  public void push(String token, List<Reading> readings, Consumer<Answer> whenAnswered) {
    pushes.add(new Push(token, readings));
    unanswered.add(whenAnswered);
  }

  /** Answers the oldest request that has no answer yet. */
  void answer(Answer answer) {
    unanswered.removeFirst().accept(answer);
  }

  List<Push> pushes() {
    return pushes;
  }

  /** The requests that have no answer yet, the oldest first. */
  List<Push> underWay() {
    return pushes.subList(pushes.size() - unanswered.size(), pushes.size());
  }

  int unanswered() {
    return unanswered.size();
  }

  /** A request as it came. */
  record Push(String token, List<Reading> readings) {

    String patient() {
      return readings.get(0).patient();
    }

    List<Long> times() {
      return readings.stream().map(Reading::timeMs).toList();
    }
  }
}

package io.vigil.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class TurnsTest {
  private final Turns turns = new Turns(3, 2);

  @Test
  void aPersonWithAllTheirTurnsTakenIsToldTheBound() {
    turns.take("adams");
    turns.take("adams");

    TooManyQuestions refusal =
        catchThrowableOfType(TooManyQuestions.class, () -> turns.take("adams"));

    assertThat(refusal.getStatusCode().value()).isEqualTo(429);
    assertThat(refusal.getHeaders().getFirst("Retry-After")).isEqualTo("1");
    assertThat(refusal.getBody().getProperties())
        .containsEntry("code", "too_many_questions")
        .containsEntry("limit", "questions at once per person 2");
  }

  @Test
  void onePersonLeavesTurnsToAnother() {
    turns.take("adams");
    turns.take("adams");
    assertThatThrownBy(() -> turns.take("adams")).isInstanceOf(TooManyQuestions.class);

    turns.take("baker");

    assertThatThrownBy(() -> turns.take("baker")).isInstanceOf(HistoryBusy.class);
  }

  @Test
  void aTurnThatIsOverIsAnothers() {
    turns.take("adams").close();
    turns.take("adams");
    turns.take("adams");

    assertThatThrownBy(() -> turns.take("adams")).isInstanceOf(TooManyQuestions.class);
  }

  @Test
  void whoIsRefusedTakesNoTurn() {
    Turns.Turn first = turns.take("adams");
    turns.take("baker");
    turns.take("baker");
    assertThatThrownBy(() -> turns.take("adams")).isInstanceOf(HistoryBusy.class);
    assertThatThrownBy(() -> turns.take("baker")).isInstanceOf(TooManyQuestions.class);

    first.close();
    turns.take("adams");

    assertThatThrownBy(() -> turns.take("adams")).isInstanceOf(HistoryBusy.class);
  }
}

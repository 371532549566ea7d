package io.vigil.alert.backtest;

import static java.util.Objects.requireNonNull;

import io.vigil.schema.alert.Alert;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.MalformedBlockException;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers gateways which alarms two sets of limits would have given on the readings that they
 * bring. Whoever asks has checked who may.
 */
@RestController
class BacktestController {
  private final PastEpisodes episodes;
  private final BacktestProperties bounds;
  private final JsonMapper json;
  private final Semaphore turns;
  private final BlockCodec codec = new BlockCodec();

  BacktestController(PastEpisodes episodes, BacktestProperties bounds, JsonMapper json) {
    this.episodes = episodes;
    this.bounds = bounds;
    this.json = json;
    this.turns = new Semaphore(bounds.maxAtOnce());
  }

  /**
   * A question.
   *
   * @param readings by the vital's code, each a block in base64
   * @param inForce all limits as they are
   * @param proposed all limits as they would be
   */
  record Question(String patient, Map<String, byte[]> readings, Limits inForce, Limits proposed) {
    Question {
      requireNonNull(patient, "patient");
      requireNonNull(readings, "readings");
      requireNonNull(inForce, "inForce");
      requireNonNull(proposed, "proposed");
    }
  }

  /** The episodes of both. */
  record Answer(List<Alert> inForce, List<Alert> proposed) {}

  @PostMapping("/internal/v1/backtest")
  Answer post(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(bounds.maxBytes() + 1);
    if (body.length > bounds.maxBytes()) {
      throw BadBacktest.tooLarge("body bytes " + bounds.maxBytes());
    }
    if (!turns.tryAcquire()) {
      throw BadBacktest.busy(bounds.maxAtOnce());
    }
    try {
      return answer(json.readValue(body, Question.class));
    } catch (JacksonException | MalformedBlockException e) {
      throw BadBacktest.malformed();
    } finally {
      turns.release();
    }
  }

  private Answer answer(Question question) {
    Map<Vital, ReadingColumns> readings = new EnumMap<>(Vital.class);
    int count = 0;
    for (Map.Entry<String, byte[]> entry : question.readings().entrySet()) {
      Vital vital = Vital.ofCode(entry.getKey()).orElseThrow(BadBacktest::malformed);
      ReadingColumns columns = codec.decode(entry.getValue());
      count += columns.size();
      readings.put(vital, columns);
    }
    if (count > bounds.maxReadings()) {
      throw BadBacktest.tooLarge("readings " + bounds.maxReadings());
    }
    return new Answer(
        episodes.of(question.patient(), readings, question.inForce()),
        episodes.of(question.patient(), readings, question.proposed()));
  }
}

package io.vigil.alert.backtest;

import io.vigil.alert.rule.Backtest;
import io.vigil.alert.rule.Rules;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.block.ReadingColumns;
import io.vigil.schema.limit.Limits;
import io.vigil.schema.vital.Vital;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The episodes that limits would have given on a patient's past. Used by all threads. */
@Component
class PastEpisodes {
  private final Rules rules;

  PastEpisodes(Rules rules) {
    this.rules = rules;
  }

  /**
   * In the order of their onset: each as it ended, or as it was raised where it lasts.
   *
   * @param limits where they name none, Vigil's own hold
   */
  List<Alert> of(String patient, Map<Vital, ReadingColumns> readings, Limits limits) {
    Backtest backtest = new Backtest(patient, rules, limits);
    readings.forEach(
        (vital, columns) -> {
          for (int i = 0; i < columns.size(); i++) {
            backtest.take(vital, columns.timeAt(i), columns.valueAt(i));
          }
        });
    return backtest.episodes();
  }
}

package io.vigil.gateway.limits;

import io.vigil.gateway.tail.Batch;
import io.vigil.gateway.tail.TailListener;
import io.vigil.schema.command.AlertCommand;
import io.vigil.schema.command.LimitsChange;
import io.vigil.schema.limit.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The limits that patients have of their own, version by version. Written by the thread that
 * follows the log, read by any.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class LimitVersions implements TailListener {
  /** More than anybody reads; the log has the older ones. */
  private static final int KEPT = 100;

  private final Map<String, List<LimitsChange>> byPatient = new ConcurrentHashMap<>();

  @Override
  public void took(Batch batch) {
    for (AlertCommand command : batch.commands()) {
      if (command instanceof LimitsChange change) {
        byPatient.merge(change.patient(), List.of(change), LimitVersions::newestFirst);
      }
    }
  }

  private static List<LimitsChange> newestFirst(
      List<LimitsChange> before, List<LimitsChange> change) {
    List<LimitsChange> all = new ArrayList<>(change);
    all.addAll(before.subList(0, Math.min(before.size(), KEPT - 1)));
    return List.copyOf(all);
  }

  /** Every version of this patient's own limits that is kept, the one in force first. */
  List<LimitsChange> of(String patient) {
    return byPatient.getOrDefault(patient, List.of());
  }

  /** What this patient has of their own now. */
  Limits ownOf(String patient) {
    List<LimitsChange> versions = of(patient);
    return versions.isEmpty() ? Limits.NONE : versions.get(0).limits();
  }
}

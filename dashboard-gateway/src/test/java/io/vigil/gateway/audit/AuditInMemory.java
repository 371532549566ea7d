package io.vigil.gateway.audit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Primary;

/** Keeps the account in memory. */
@Primary
public final class AuditInMemory implements Audit {
  private final List<AuditEvent> events = new CopyOnWriteArrayList<>();

  @Override
  public void tell(AuditEvent event) {
    events.add(event);
  }

  public List<AuditEvent> events() {
    return events;
  }
}

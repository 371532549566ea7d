package io.vigil.gateway.audit;

/** Takes account of what people do. */
@FunctionalInterface
public interface Audit {
  /** Tells this event; returns at once. */
  void tell(AuditEvent event);
}

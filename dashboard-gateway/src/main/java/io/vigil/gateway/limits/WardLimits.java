package io.vigil.gateway.limits;

import io.vigil.schema.limit.Limits;
import io.vigil.schema.registry.Registry;
import io.vigil.schema.registry.Ward;
import org.springframework.stereotype.Component;

/** What holds for the patients of a ward who have nothing else of their own. */
@Component
class WardLimits {
  private final Registry registry;

  WardLimits(Registry registry) {
    this.registry = registry;
  }

  /** The ward's own limits over Vigil's. */
  Limits of(String ward) {
    return ownOf(ward).over(Limits.DEFAULTS);
  }

  /** What the ward has of its own. */
  Limits ownOf(String ward) {
    return registry.ward(ward).map(Ward::limits).orElse(Limits.NONE);
  }
}

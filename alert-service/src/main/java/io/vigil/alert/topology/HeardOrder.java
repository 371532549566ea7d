package io.vigil.alert.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Set;

/** Sets of patients in the order in which they were added last. */
final class HeardOrder {
  private static final int CAPACITY = 16;
  private static final float LOAD = 0.75f;

  private HeardOrder() {}

  /** An empty one: who is added again goes to the end, which costs one look-up a reading. */
  static Set<String> create() {
    return Collections.newSetFromMap(new LinkedHashMap<>(CAPACITY, LOAD, true));
  }
}

package io.vigil.alert.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class HeardOrderTest {
  @Test
  void whoIsAddedAgainGoesToTheEnd() {
    Set<String> order = HeardOrder.create();

    order.add("p-1");
    order.add("p-2");
    order.add("p-3");
    order.add("p-1");

    assertThat(order).containsExactly("p-2", "p-3", "p-1");
  }
}

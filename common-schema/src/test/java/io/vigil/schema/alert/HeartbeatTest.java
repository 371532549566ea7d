package io.vigil.schema.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class HeartbeatTest {
  private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
  private static final Heartbeat HEARTBEAT = new Heartbeat(3, AT, AT.minusMillis(250));

  private final JsonMapper json = new JsonMapper();

  @Test
  void isACloudEventOfATypeOfItsOwn() {
    assertThat(HEARTBEAT.key()).isEqualTo("vigil/3");
    assertThat(json.readTree(HEARTBEAT.toJson()))
        .isEqualTo(
            json.readTree(
                """
                {"specversion":"1.0","id":"heartbeat-3-1795248000000",
                 "source":"/vigil/alert-service","type":"vigil.heartbeat.v1","subject":"vigil/3",
                 "time":"2026-11-21T08:00:00Z","datacontenttype":"application/json",
                 "data":{"partition":3,"watermark":"2026-11-21T07:59:59.750Z"}}
                """));
  }

  @Test
  void isNoAlert() {
    assertThat(AlertEvent.alertIn(HEARTBEAT.toJson())).isEmpty();
  }
}

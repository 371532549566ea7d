package io.vigil.gateway.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumnsBuilder;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

@GatewayWithoutLog
@Import(ReadingsTest.Stores.class)
class ReadingsTest {
  @TestConfiguration(proxyBeanMethods = false)
  static class Stores {
    @Bean
    @Primary
    History historyInMemory() {
      ReadingColumnsBuilder readings = new ReadingColumnsBuilder();
      readings.add(1_000, 7250).add(2_000, 14000).add(3_000, 6000).add(4_000, 7000);
      return new History(
          new StoreInMemory().put(readings.build()),
          new StoreInMemory().away(),
          new BlockCodec(),
          Duration.ofSeconds(1));
    }
  }

  private static final String READINGS = "/api/v1/patients/p-history/readings";
  private static final String ASKED = READINGS + "?vital=heart_rate&from=0&to=10000";

  @LocalServerPort private int port;
  private Api adams = new Api(0);

  @BeforeEach
  void grant() {
    Api admin = new Api(port).as("admin");
    admin.put(
        "/api/v1/patients/p-history",
        "{\"name\":\"N\",\"ward\":\"W\",\"bed\":\"1\",\"priority\":\"high\"}");
    admin.put("/api/v1/patients/p-history/grants/dr-adams", "{}");
    adams = new Api(port).as("dr-adams");
  }

  @Test
  void answersReadingsAsJson() {
    Answer answer = adams.get(ASKED);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body())
        .isEqualTo(
            "{\"patient\":\"p-history\",\"vital\":\"heart_rate\",\"unit\":\"/min\",\"source\":\"hot\","
                + "\"partial\":true,\"points\":[[1000,72.5],[2000,140],[3000,60],[4000,70]]}");
  }

  @Test
  void takesTimesInRfc3339() {
    Answer answer =
        adams.get(READINGS + "?vital=heart_rate&from=1970-01-01T00:00:02Z&to=1970-01-01T00:00:03Z");

    assertThat(answer.json().get("points").toString()).isEqualTo("[[2000,140]]");
  }

  @Test
  void keepsTheExtremesOfFewerPoints() {
    assertThat(adams.get(ASKED + "&points=2").json().get("points").toString())
        .isEqualTo("[[2000,140],[3000,60]]");
  }

  @Test
  void answersReadingsAsCsv() {
    Answer answer = adams.with("Accept", "text/csv").get(ASKED);

    assertThat(answer.header("Content-Type")).startsWith("text/csv");
    assertThat(answer.body())
        .startsWith("time,vital,value,unit\n1970-01-01T00:00:01Z,heart_rate,72.5,/min\n");
  }

  @Test
  void answersReadingsAsBlocks() {
    Answer answer = adams.with("Accept", "application/vnd.vigil.blocks").get(ASKED);

    assertThat(answer.header("Content-Type")).startsWith("application/vnd.vigil.blocks");
    assertThat(answer.header("Vigil-Partial")).isEqualTo("true");
    assertThat(answer.body()).startsWith("\0\0\0");
  }

  @Test
  void namesTheBoundThatIsPassed() {
    Answer range = adams.get(READINGS + "?vital=heart_rate&from=0&to=691200001");
    assertThat(range.status()).isEqualTo(400);
    assertThat(range.code()).isEqualTo("range_too_long");
    assertThat(range.json().get("limit").asString()).isEqualTo("range 192 h");

    Answer points = adams.get(ASKED + "&points=20001");
    assertThat(points.status()).isEqualTo(400);
    assertThat(points.json().get("limit").asString()).isEqualTo("points 2 to 20000");
    assertThat(adams.get(ASKED + "&points=1").code()).isEqualTo("points_out_of_bounds");
  }

  @Test
  void refusesWhatItCannotAnswer() {
    assertThat(adams.get(READINGS + "?from=0&to=10000").code()).isEqualTo("unknown_vital");
    assertThat(adams.get(READINGS + "?vital=pulse&from=0&to=1").code()).isEqualTo("unknown_vital");
    assertThat(adams.get(READINGS + "?vital=spo2&from=9&to=9").code()).isEqualTo("empty_range");
    assertThat(adams.get(READINGS + "?vital=spo2&from=yesterday").code())
        .isEqualTo("malformed_parameter");
    assertThat(adams.get(ASKED + "&points=many").code()).isEqualTo("malformed_parameter");
    assertThat(adams.with("Accept", "application/pdf").get(ASKED).status()).isEqualTo(406);
  }

  @Test
  void nobodyLearnsOfAPatientWhomTheyMayNotSee() {
    Api baker = new Api(port).as("dr-baker");

    Answer unseen = baker.get(ASKED);
    Answer unknown = baker.get(ASKED.replace("p-history", "p-nobody"));

    assertThat(unseen.status()).isEqualTo(404);
    assertThat(unseen.code()).isEqualTo("unknown_patient");
    assertThat(unknown.body().replace("p-nobody", "p-history")).isEqualTo(unseen.body());
    assertThat(new Api(port).as("admin").get(ASKED).status()).isEqualTo(404);
  }
}

package io.vigil.alert.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.vigil.alert.rule.Rules;
import io.vigil.alert.rule.VitalTiming;
import io.vigil.schema.block.BlockCodec;
import io.vigil.schema.block.ReadingColumnsBuilder;
import io.vigil.schema.vital.Vital;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BacktestControllerTest {
  private static final VitalTiming TIMING = new VitalTiming(500, 10_000, 3_000, 5_000, true);
  private final JsonMapper json = new JsonMapper();
  private final MockMvc mvc =
      MockMvcBuilders.standaloneSetup(
              new BacktestController(
                  new PastEpisodes(new Rules(Map.of(Vital.HEART_RATE, TIMING), 30_000, 5_000)),
                  new BacktestProperties(1_000, 100, 2),
                  json))
          .build();

  private MockHttpServletResponse ask(String body) throws Exception {
    return mvc.perform(post("/internal/v1/backtest").content(body)).andReturn().getResponse();
  }

  private static String question(int readings) {
    ReadingColumnsBuilder columns = new ReadingColumnsBuilder();
    for (int i = 0; i < readings; i++) {
      columns.add(1_000L * i, 13_000);
    }
    String block = Base64.getEncoder().encodeToString(new BlockCodec().encode(columns.build()));
    return """
    {"patient":"p-1","readings":{"heart_rate":"%s"},
     "inForce":{"heart_rate":{"high":120}},"proposed":{"heart_rate":{"high":140}}}
    """
        .formatted(block);
  }

  @Test
  void answersTheEpisodesOfBothLimits() throws Exception {
    JsonNode answer = json.readTree(ask(question(30)).getContentAsString());

    assertThat(answer.get("inForce").size()).isEqualTo(1);
    assertThat(answer.at("/inForce/0/rule").asString()).isEqualTo("high");
    assertThat(answer.at("/inForce/0/limit").asInt()).isEqualTo(120);
    assertThat(answer.get("proposed").isEmpty()).isTrue();
  }

  @Test
  void namesTheBoundThatIsPassed() throws Exception {
    assertThat(ask(question(101)).getStatus()).isEqualTo(413);
    assertThat(ask("x".repeat(1_001)).getStatus()).isEqualTo(413);
  }

  @Test
  void refusesWhatIsNoQuestion() throws Exception {
    assertThat(ask("{}").getStatus()).isEqualTo(400);
    assertThat(ask("").getStatus()).isEqualTo(400);
    assertThat(ask(question(3).replace("heart_rate", "pulse")).getStatus()).isEqualTo(400);
    assertThat(
            ask("{\"patient\":\"p\",\"readings\":{\"heart_rate\":\"AAAA\"},\"inForce\":{},\"proposed\":{}}")
                .getStatus())
        .isEqualTo(400);
  }
}

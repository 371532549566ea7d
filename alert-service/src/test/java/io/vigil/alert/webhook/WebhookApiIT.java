package io.vigil.alert.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.alert.AlertService;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.kafka.test.EmbeddedKafkaBroker;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.security.oauth2.jose.jws.MacAlgorithm;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API of the webhooks, in the whole service on a real broker. */
class WebhookApiIT {
  private static final EmbeddedKafkaBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);
  private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @TempDir private static Path home;
  private static @Nullable ConfigurableApplicationContext service;

  @BeforeAll
  static void start() throws IOException {
    BROKER.brokerProperties(
        Map.of(
            "auto.create.topics.enable", "false",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "group.min.session.timeout.ms", "1000"));
    BROKER.afterPropertiesSet();
    Files.writeString(home.resolve("token-secret"), Base64.getEncoder().encodeToString(SECRET));
    service =
        SpringApplication.run(
            AlertService.class,
            "--spring.kafka.bootstrap-servers=" + BROKER.getBrokersAsString(),
            "--server.port=0",
            "--management.server.port=0",
            "--vigil.topics.partitions=1",
            "--vigil.alert.webhook.subscriptions=2",
            "--vigil.alert.webhook.token-secret-file=" + home.resolve("token-secret"),
            "--vigil.alert.stream.state-directory=" + home);
  }

  @AfterAll
  static void stop() {
    if (service != null) {
      service.close();
    }
    BROKER.destroy();
  }

  private static String tokenOf(String user) {
    JwtClaimsSet claims =
        JwtClaimsSet.builder()
            .issuer("vigil")
            .subject(user)
            .issuedAt(Instant.now())
            .expiresAt(Instant.now().plusSeconds(600))
            .build();
    return NimbusJwtEncoder.withSecretKey(new SecretKeySpec(SECRET, "HmacSHA256"))
        .algorithm(MacAlgorithm.HS256)
        .build()
        .encode(JwtEncoderParameters.from(JwsHeader.with(MacAlgorithm.HS256).build(), claims))
        .getTokenValue();
  }

  private static HttpResponse<String> ask(String method, String path, String token, String body)
      throws Exception {
    String port = service == null ? "" : service.getEnvironment().getProperty("local.server.port");
    return HTTP.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/webhooks" + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static HttpResponse<String> admin(String method, String path, String body)
      throws Exception {
    return ask(method, path, tokenOf("admin"), body);
  }

  private static String code(HttpResponse<String> answer) {
    return new JsonMapper().readTree(answer.body()).path("code").asString("");
  }

  /** The topics are there as soon as the service has made them. */
  private static HttpResponse<String> create(String id, String body) {
    return Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(60))
        .until(() -> admin("PUT", "/" + id, body), answer -> answer.statusCode() != 503);
  }

  @Test
  void tellsTheSecretOnceAndKeepsItThroughChanges() throws Exception {
    HttpResponse<String> made =
        create("pager", "{\"url\":\"https://pager.example/a\",\"rules\":[\"high\"]}");
    HttpResponse<String> changed =
        admin("PUT", "/pager", "{\"url\":\"https://pager.example/b\",\"heartbeat\":true}");
    JsonNode all = new JsonMapper().readTree(admin("GET", "", "").body());

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(new JsonMapper().readTree(made.body()).path("secret").asString(""))
        .startsWith("whsec_");
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.body()).doesNotContain("secret");
    assertThat(all.get(0).path("url").asString("")).isEqualTo("https://pager.example/b");
    assertThat(all.toString()).doesNotContain("secret");
    assertThat(admin("GET", "/pager/parked", "").body()).isEqualTo("[]");
    assertThat(admin("DELETE", "/pager", "").statusCode()).isEqualTo(204);
    assertThat(code(admin("DELETE", "/pager", ""))).isEqualTo("unknown_webhook");
  }

  @Test
  void isForAdminsAlone() throws Exception {
    assertThat(ask("GET", "", "nonsense", "").statusCode()).isEqualTo(401);
    assertThat(code(ask("GET", "", "nonsense", ""))).isEqualTo("no_token");
    assertThat(ask("GET", "", tokenOf("dr-adams"), "").statusCode()).isEqualTo(403);
    assertThat(ask("PUT", "/x", tokenOf("dr-adams"), "{}").statusCode()).isEqualTo(403);
  }

  @Test
  void refusesWhatIsNoSubscription() throws Exception {
    assertThat(code(admin("PUT", "/x", "{\"url\":\"http://plain.example/\"}")))
        .isEqualTo("invalid_field");
    assertThat(code(admin("PUT", "/x", "{\"url\":\"https://a.example/\",\"rules\":[\"hi\"]}")))
        .isEqualTo("invalid_field");
    assertThat(code(admin("PUT", "/_", "{\"url\":\"https://a.example/\"}")))
        .isEqualTo("invalid_id");
  }
}

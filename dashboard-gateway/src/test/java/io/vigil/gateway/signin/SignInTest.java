package io.vigil.gateway.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.gateway.GatewayWithoutLog;
import io.vigil.gateway.client.Api;
import io.vigil.gateway.client.Api.Answer;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@GatewayWithoutLog
class SignInTest {
  @LocalServerPort private int port;
  private Api api = new Api(0);

  @BeforeEach
  void connect() {
    api = new Api(port);
  }

  @Test
  void givesAProgramAToken() {
    Answer answer = api.post("/api/v1/token", Api.credentials("dr-adams", "dr-adams"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(Instant.parse(answer.json().get("expiresAt").asString())).isAfter(Instant.EPOCH);
    Answer me =
        api.with("Authorization", "Bearer " + answer.json().get("token").asString())
            .get("/api/v1/me");
    assertThat(me.body())
        .isEqualTo(
            "{\"username\":\"dr-adams\",\"name\":\"Name of"
                + " dr-adams\",\"role\":\"doctor\",\"patient\":null}");
  }

  @Test
  void refusesAWrongPasswordAndAnUnknownUserAlike() {
    Answer wrong = api.post("/api/v1/token", Api.credentials("dr-adams", "guess"));
    Answer unknown = api.post("/api/v1/token", Api.credentials("dr-nobody", "guess"));

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("bad_credentials");
    assertThat(wrong.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.body().replace("session", "token")).isEqualTo(wrong.body());
  }

  @Test
  void tellsMalformedJsonFromMissingFields() {
    assertThat(api.post("/api/v1/token", "{").code()).isEqualTo("malformed_json");
    Answer missing = api.post("/api/v1/token", "{\"username\":\"x\"}");
    assertThat(missing.status()).isEqualTo(422);
    assertThat(missing.code()).isEqualTo("invalid_field");
    assertThat(api.with("Content-Type", "text/plain").send("POST", "/api/v1/token", null).status())
        .isEqualTo(415);
  }

  @Test
  void wantsATokenForEverythingElse() {
    Answer answer = api.get("/api/v1/patients");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.code()).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(api.with("Authorization", "Bearer nonsense").get("/api/v1/me").status())
        .isEqualTo(401);
  }

  @Test
  void keepsABrowsersSessionInACookieThatScriptsCannotRead() {
    Answer answer = api.post("/api/v1/session", Api.credentials("p-0001", "p-0001"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("patient").asString()).isEqualTo("p-0001");
    String cookie = answer.header("Set-Cookie");
    assertThat(cookie)
        .startsWith("vigil_session=")
        .contains("Path=/")
        .contains("HttpOnly")
        .contains("SameSite=Strict");
    Api browser = api.with("Cookie", String.valueOf(cookie).split(";", 2)[0]);
    assertThat(browser.get("/api/v1/me").json().get("role").asString()).isEqualTo("patient");
  }

  @Test
  void endsABrowsersSession() {
    Answer answer = api.delete("/api/v1/session");

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Set-Cookie")).startsWith("vigil_session=;").contains("Max-Age=0");
  }

  @Test
  void signsInOverAnOldCookie() {
    Answer answer =
        api.with("Cookie", "vigil_session=old")
            .with("Sec-Fetch-Site", "same-origin")
            .post("/api/v1/session", Api.credentials("dr-adams", "dr-adams"));

    assertThat(answer.status()).isEqualTo(200);
  }

  @Test
  void takesChangesByCookieFromOurOwnPageAlone() {
    Api browser = api.with("Cookie", "vigil_session=" + api.token("admin"));
    String path = "/api/v1/patients/p-origin";

    assertThat(browser.delete(path).code()).isEqualTo("cross_origin");
    assertThat(browser.with("Origin", "http://evil.example").delete(path).code())
        .isEqualTo("cross_origin");
    assertThat(browser.with("Sec-Fetch-Site", "cross-site").delete(path).code())
        .isEqualTo("cross_origin");
    assertThat(browser.with("Sec-Fetch-Site", "same-origin").delete(path).code())
        .isEqualTo("unknown_patient");
    assertThat(browser.with("Origin", "http://127.0.0.1:" + port).delete(path).code())
        .isEqualTo("unknown_patient");
  }

  @Test
  void letsEverybodyWaitWhoGuessesTooOften() {
    for (int i = 0; i < 20; i++) {
      assertThat(api.post("/api/v1/token", Api.credentials("dr-guessed", "x" + i)).status())
          .isEqualTo(401);
    }

    Answer refused = api.post("/api/v1/token", Api.credentials("dr-guessed", "x"));

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_attempts");
    assertThat(refused.json().get("limit").asString()).isEqualTo("failures of user");
    assertThat(refused.header("Retry-After")).isNotNull();
  }
}

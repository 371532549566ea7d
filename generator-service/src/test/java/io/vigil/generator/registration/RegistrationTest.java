package io.vigil.generator.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.vigil.generator.FakeServer;
import io.vigil.generator.FakeServer.Request;
import io.vigil.generator.FakeServer.Response;
import io.vigil.generator.ward.Bed;
import io.vigil.generator.ward.Device;
import io.vigil.generator.ward.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
  private static final Ward WARD = Ward.of(2);
  private static final Device FIRST = WARD.devices().get(0);
  private static final Device SECOND = WARD.devices().get(1);

  private final AtomicInteger provided = new AtomicInteger();
  private final FakeServer gateway = new FakeServer(this::answer);

  @TempDir Path home;

  @BeforeEach
  void writeCredentials() throws IOException {
    Files.writeString(home.resolve("credentials.json"), "{\"users\":{\"admin\":\"secret\"}}");
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  @Test
  void admitsGrantsAndProvidesEachBed() {
    Registration registration = registration();

    assertThat(registration.attempt()).isTrue();

    assertThat(gateway.requests())
        .extracting(Request::line)
        .containsExactly(
            "POST /api/v1/token",
            "PUT /api/v1/patients/p-0001",
            "PUT /api/v1/patients/p-0001/grants/dr-adams",
            "PUT /api/v1/devices/dev-p-0001",
            "PUT /api/v1/patients/p-0002",
            "PUT /api/v1/patients/p-0002/grants/dr-adams",
            "PUT /api/v1/devices/dev-p-0002");
    assertThat(registration.tokenOf(FIRST.id())).contains("vgd_1");
    assertThat(registration.isComplete()).isTrue();
  }

  @Test
  void saysWhoTheyAreAsTheGatewayExpectsIt() {
    registration().attempt();

    assertThat(gateway.requests().get(0).body())
        .isEqualTo("{\"username\":\"admin\",\"password\":\"secret\"}");
    assertThat(gateway.requests().get(1).authorization()).isEqualTo("Bearer session");
    assertThat(gateway.requests().get(1).body())
        .isEqualTo(
            "{\"name\":\"Ada Byron\",\"ward\":\"Ward 3 West\",\"bed\":\"01\","
                + "\"priority\":\"normal\"}");
    assertThat(gateway.requests().get(3).body()).isEqualTo("{\"patients\":[\"p-0001\"]}");
  }

  @Test
  void registersThePatientsOfAWardGatewayAndThenTheGatewayForAllOfThem() {
    Registration registration = registration(Ward.of(3, 2));

    registration.attempt();

    assertThat(gateway.requests())
        .extracting(Request::line)
        .containsSubsequence(
            "PUT /api/v1/patients/p-0001",
            "PUT /api/v1/patients/p-0002",
            "PUT /api/v1/devices/ward-of-2-0001",
            "PUT /api/v1/patients/p-0003",
            "PUT /api/v1/devices/ward-of-2-0002");
    assertThat(gateway.requests())
        .extracting(Request::body)
        .contains("{\"patients\":[\"p-0001\",\"p-0002\"]}");
  }

  @Test
  void registersADeviceThatIsNewOnce() {
    Registration registration = registration();
    registration.attempt();
    Device guest = Device.beside(new Bed("guest", "guest", "Replay", "01", false));

    registration.register(guest);
    registration.attempt();
    registration.register(guest);
    registration.attempt();

    assertThat(registration.tokenOf("dev-guest")).contains("vgd_3");
    assertThat(provided).hasValue(3);
  }

  @Test
  void isNotCompleteWhileTheGatewayIsAway() {
    gateway.answer(request -> Response.of(503, ""));
    Registration registration = registration();

    assertThat(registration.attempt()).isFalse();

    assertThat(registration.isComplete()).isFalse();
    assertThat(registration.waiting()).isEqualTo(2);
    assertThat(registration.tokenOf(FIRST.id())).isEmpty();
  }

  @Test
  void goesOnWhereItFailed() {
    gateway.answer(
        request -> request.path().contains("p-0002") ? Response.of(500, "") : answer(request));
    Registration registration = registration();
    registration.attempt();
    gateway.answer(this::answer);

    assertThat(registration.attempt()).isTrue();

    assertThat(registration.tokenOf(FIRST.id())).contains("vgd_1");
    assertThat(registration.tokenOf(SECOND.id())).contains("vgd_2");
    assertThat(provided).hasValue(2);
  }

  @Test
  void signsInAgainWhenTheSessionIsOver() {
    Registration registration = registration();
    registration.attempt();
    registration.renew(FIRST);
    gateway.answer(
        request -> request.path().endsWith("token") ? answer(request) : Response.of(401, ""));
    registration.attempt();
    gateway.answer(this::answer);
    int before = gateway.requests().size();

    assertThat(registration.attempt()).isTrue();

    assertThat(gateway.requests().get(before).line()).isEqualTo("POST /api/v1/token");
  }

  @Test
  void registersNobodyTwiceAfterARestart() {
    registration().attempt();
    int before = gateway.requests().size();

    Registration restarted = registration();

    assertThat(restarted.isComplete()).isTrue();
    assertThat(restarted.attempt()).isTrue();
    assertThat(restarted.tokenOf(SECOND.id())).contains("vgd_2");
    assertThat(gateway.requests()).hasSize(before);
  }

  @Test
  void fetchesAnotherTokenForADeviceWhoseTokenIsNotKnownAnyMore() {
    Registration registration = registration();
    registration.attempt();

    registration.renew(FIRST);
    registration.attempt();

    assertThat(registration.tokenOf(FIRST.id())).contains("vgd_3");
    assertThat(registration().tokenOf(FIRST.id())).contains("vgd_3");
  }

  @Test
  void keepsTokensFromOtherUsersOfTheMachine() throws IOException {
    registration().attempt();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(devices())))
        .isEqualTo("rw-------");
    assertThat(devices()).hasContent("{\"dev-p-0001\":\"vgd_1\",\"dev-p-0002\":\"vgd_2\"}");
  }

  @Test
  void registersAnewWhenTheFileWasCutOff() throws IOException {
    Files.createDirectories(devices().getParent());
    Files.writeString(devices(), "{\"dev-p-0001\":\"vgd");

    assertThat(registration().attempt()).isTrue();
    assertThat(provided).hasValue(2);
  }

  @Test
  void waitsForTheCredentials() throws IOException {
    Files.delete(home.resolve("credentials.json"));
    Registration registration = registration();

    assertThat(registration.attempt()).isFalse();
    writeCredentials();

    assertThat(registration.attempt()).isTrue();
  }

  private Path devices() {
    return home.resolve("generator-service").resolve("devices.json");
  }

  private Registration registration() {
    return registration(WARD);
  }

  private Registration registration(Ward ward) {
    RegistrationProperties properties =
        new RegistrationProperties(
            gateway.address(),
            home.resolve("credentials.json"),
            devices(),
            "dr-adams",
            Duration.ofSeconds(5),
            Duration.ofMillis(10),
            Duration.ofMillis(20));
    return new Registration(new Gateway(properties), new DeviceTokens(properties), ward);
  }

  private Response answer(Request request) {
    if (request.path().equals("/api/v1/token")) {
      return Response.of(200, "{\"token\":\"session\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}");
    }
    return request.path().startsWith("/api/v1/devices/")
        ? Response.of(200, "{\"token\":\"vgd_" + provided.incrementAndGet() + "\"}")
        : Response.of(204, "");
  }
}

package io.vigil.deploy.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.vigil.deploy.system.AlertLog.Heard;
import io.vigil.schema.alert.AlertRule;
import io.vigil.schema.alert.AlertState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A doctor signs in, sees hearts beat, and sees alarms come and go. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoctorsScreenIT {
  private static final Pattern A_NUMBER = Pattern.compile("\\s*\\d{2,3}\\s*");
  private static final double SOON = 20_000;
  private static final double AFTER_A_SCENARIO = 90_000;

  private VigilStack stack;
  private Person doctor;
  private Browser browser;
  private Page page;

  @RegisterExtension
  final LogsOnFailure logs = new LogsOnFailure(() -> stack, test -> screenshot("failed-" + test));

  @BeforeAll
  void openThePage() throws IOException {
    stack = VigilStack.up("screen", 4);
    doctor = Person.signedIn(stack, "dr-adams");
    browser = new Browser();
    page = browser.visit(1366, 768);
    signIn(page, "dr-adams");
  }

  @AfterAll
  void down() {
    if (browser != null) {
      browser.close();
    }
    if (stack != null) {
      stack.close();
    }
  }

  @Test
  void theDoctorSeesHeartsBeat() {
    Locator number = number("p-0001");

    assertThat(page.locator("vigil-tile")).hasCount(4);
    assertThat(number).hasText(A_NUMBER, within(SOON));
    String first = number.innerText();
    assertThat(number).not().hasText(first, within(3 * SOON));
    assertThat(tile("p-0001")).hasAttribute("data-state", "live");
    assertThat(page.locator("vigil-bar")).hasAttribute("data-liveness", "live");
    assertThat(Duration.between(newestReading("p-0001"), Instant.now()))
        .isLessThan(Duration.ofSeconds(3));
    screenshot("wall");
  }

  @Test
  void tachycardiaShowsOnTheTileAndAsAnAlarmAndGoes() {
    new Scenarios(stack).start("p-0002", "tachycardia", 25);

    Locator alarm = tile("p-0002").locator("[data-testid=alarm-text]");
    assertThat(alarm).hasText(Pattern.compile("HR \\d+(\\.\\d+)? > 120"), within(45_000));
    assertThat(tile("p-0002")).hasAttribute("data-alarm", "medium");
    screenshot("wall-alarm");
    assertThat(alarm).hasCount(0, count(AFTER_A_SCENARIO));
    try (AlertLog log = AlertLog.of(stack)) {
      assertThat(log.of("p-0002"))
          .extracting(alert -> alert.rule() + " " + alert.state())
          .containsExactly("HIGH RAISED", "HIGH RESOLVED");
    }
  }

  @Test
  void signalLossGivesAGapWithinSixSecondsAndTheNumberGoes() {
    try (AlertLog log = AlertLog.of(stack)) {
      new Scenarios(stack).start("p-0003", "signal_loss", 20);

      await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(50))
          .until(() -> !log.of("p-0003").isEmpty());
      Heard raised = log.heard("p-0003").get(0);
      assertThat(Duration.between(newestReading("p-0003"), raised.at()))
          .as("from the last reading until its absence is told")
          .isLessThanOrEqualTo(Duration.ofSeconds(6));
      assertThat(Duration.between(raised.alert().onset(), raised.alert().time()))
          .isEqualTo(Duration.ofSeconds(5));
      assertThat(raised.alert().rule()).isEqualTo(AlertRule.GAP);

      Locator tile = tile("p-0003");
      assertThat(number("p-0003")).hasText("---", within(5_000));
      assertThat(tile).hasAttribute("data-alarm", "high", attribute(5_000));
      screenshot("wall-gap");
      assertThat(tile).hasAttribute("data-alarm", "none", attribute(AFTER_A_SCENARIO));
      assertThat(number("p-0003")).hasText(A_NUMBER, within(SOON));
      List<Heard> all = log.heard("p-0003");
      assertThat(all)
          .extracting(heard -> heard.alert().state())
          .containsExactly(AlertState.RAISED, AlertState.RESOLVED);
      assertThat(all).extracting(heard -> heard.alert().id()).containsOnly(raised.alert().id());
    }
  }

  @Test
  void whoIsGrantedNobodySeesNobody() {
    Page other = browser.visit(1366, 768);
    signIn(other, "dr-baker");

    assertThat(other.getByText("No patients yet")).isVisible();
    Person baker = Person.signedIn(stack, "dr-baker");
    assertThat(baker.get("/patients")).isEmpty();
    assertThat(baker.get("/alerts?state=active")).isEmpty();
    assertThat(baker.statusOf("/patients/p-0001/readings?vital=heart_rate")).isEqualTo(404);
    assertThat(baker.statusOf("/patients/p-0001/alerts")).isEqualTo(404);
    assertThat(baker.statusOf("/patients/p-9999/alerts")).isEqualTo(404);
    other.close();
  }

  @Test
  void aProgramHearsEachReadingOnceAndInOrder() {
    try (LiveStream stream = LiveStream.of(stack, "dr-adams")) {
      stream.follow("p-0004");

      await().atMost(Duration.ofSeconds(40)).until(() -> stream.readings("p-0004").size() >= 10);
      List<Long> times = stream.readings("p-0004");
      assertThat(times)
          .isEqualTo(
              LongStream.range(0, times.size())
                  .mapToObj(second -> times.get(0) + second * 1_000)
                  .toList());
      assertThat(stream.frames("snapshot")).hasSize(1);
      assertThat(stream.readings("p-0001")).isEmpty();
      await().atMost(Duration.ofSeconds(15)).until(() -> !stream.frames("heartbeat").isEmpty());
    }
  }

  @Test
  void aProgramOfSomebodyWithoutAGrantHearsNothing() {
    try (LiveStream theirs = LiveStream.of(stack, "dr-baker");
        LiveStream ours = LiveStream.of(stack, "dr-adams")) {
      theirs.follow("p-0004");
      ours.follow("p-0004");

      await().atMost(Duration.ofSeconds(40)).until(() -> ours.readings("p-0004").size() >= 5);
      assertThat(theirs.readings("p-0004")).isEmpty();
      assertThat(theirs.frames("snapshot"))
          .allSatisfy(frame -> assertThat(frame.get("patients")).isEmpty());
    }
  }

  private Instant newestReading(String patient) {
    Instant now = Instant.now();
    return Instant.ofEpochMilli(
        History.of(doctor, patient, now.minusSeconds(60), now).values().lastKey());
  }

  private void signIn(Page at, String username) {
    at.navigate(Person.credentials(stack).get("gateway").asString());
    at.locator("#username").fill(username);
    at.locator("#password").fill(Person.credentials(stack).get("users").get(username).asString());
    at.locator("button.go").click();
    at.locator("vigil-bar").waitFor();
  }

  private Locator tile(String patient) {
    return page.locator("vigil-tile[data-patient=" + patient + "]");
  }

  private Locator number(String patient) {
    return tile(patient).locator("[data-testid=number]");
  }

  private void screenshot(String name) {
    if (page != null) {
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
    }
  }

  private static LocatorAssertions.HasTextOptions within(double ms) {
    return new LocatorAssertions.HasTextOptions().setTimeout(ms);
  }

  private static LocatorAssertions.HasCountOptions count(double ms) {
    return new LocatorAssertions.HasCountOptions().setTimeout(ms);
  }

  private static LocatorAssertions.HasAttributeOptions attribute(double ms) {
    return new LocatorAssertions.HasAttributeOptions().setTimeout(ms);
  }
}

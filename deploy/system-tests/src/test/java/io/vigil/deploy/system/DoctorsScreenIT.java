package io.vigil.deploy.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.vigil.schema.alert.Alert;
import io.vigil.schema.alert.AlertState;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
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
  private Browser browser;
  private Page page;

  @RegisterExtension
  final LogsOnFailure logs = new LogsOnFailure(() -> stack, test -> screenshot("failed-" + test));

  @BeforeAll
  void openThePage() throws IOException {
    stack = VigilStack.up(4);
    browser = new Browser();
    page = browser.visit(1366, 768);
    signIn(page, "dr-adams");
  }

  @AfterAll
  void down() {
    browser.close();
    stack.close();
  }

  @Test
  void theDoctorSeesHeartsBeat() {
    Locator number = tile("p-0001").locator("[data-testid=number]");

    assertThat(page.locator("vigil-tile")).hasCount(4);
    assertThat(number).hasText(A_NUMBER, within(SOON));
    String first = number.innerText();
    assertThat(number).not().hasText(first, within(SOON));
  }

  @Test
  void tachycardiaShowsOnTheTileAndAsAnAlarmAndGoes() {
    new Scenarios(stack).start("p-0002", "tachycardia", 25);

    Locator alarm = tile("p-0002").locator("[data-testid=alarm-text]");
    assertThat(alarm).hasText(Pattern.compile("HR \\d+(\\.\\d+)? > 120"), within(45_000));
    assertThat(tile("p-0002")).hasAttribute("data-alarm", "medium");
    screenshot("wall-alarm");
    assertThat(alarm).hasCount(0, count(AFTER_A_SCENARIO));
  }

  @Test
  void signalLossGivesAGapWithinSixSecondsAndTheNumberGoes() {
    new Scenarios(stack).start("p-0003", "signal_loss", 20);

    Locator tile = tile("p-0003");
    assertThat(tile.locator("[data-testid=number]")).hasText("---", within(SOON));
    assertThat(tile).hasAttribute("data-alarm", Pattern.compile("medium|high"), attribute(SOON));
    screenshot("wall-gap");
    assertThat(tile).hasAttribute("data-alarm", "none", attribute(AFTER_A_SCENARIO));
    assertThat(tile.locator("[data-testid=number]")).hasText(A_NUMBER, within(SOON));
    try (AlertLog log = new AlertLog(Person.credentials(stack).get("kafka").asString())) {
      List<Alert> gap = log.of("p-0003");
      assertThat(gap)
          .extracting(Alert::state)
          .containsExactly(AlertState.RAISED, AlertState.RESOLVED);
      assertThat(gap).extracting(Alert::id).containsOnly(gap.get(0).id());
      assertThat(Duration.between(gap.get(0).onset(), gap.get(0).time()))
          .isEqualTo(Duration.ofSeconds(5));
    }
  }

  @Test
  void whoIsGrantedNobodySeesNobody() {
    Page other = browser.visit(1366, 768);
    signIn(other, "dr-baker");

    assertThat(other.getByText("No patients yet")).isVisible();
    assertThat(Person.signedIn(stack, "dr-baker").statusOf("/patients/p-0001/readings"))
        .isEqualTo(404);
    other.close();
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

  private void screenshot(String name) {
    page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", name + ".png")));
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

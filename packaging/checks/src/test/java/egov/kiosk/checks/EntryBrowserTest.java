package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.gateway.inquiry.LaboratoryCodes;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Citizens without their identity card, in a real browser: one with a social security card, one
 * with a code on a telephone. What they hand in is at the platform once, and says what was shown.
 */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EntryBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;
  private static Screen screen;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town =
        RunningTown.start(
            work.resolve("town"), Town.KioskChanges.with(Extra.SOCIAL_CARD, Extra.CODE_SCANNER));
    assertTrue(town.fittings().readsSocialCards(), town.fittings().whyNot());
    screen = Screen.open(work.resolve("profile"));
    screen.go(town.kiosk().client().address() + "/");
  }

  @AfterAll
  static void close() {
    if (screen != null) {
      screen.close();
    }
    if (town != null) {
      town.close();
    }
  }

  @AfterEach
  void backToAttract() throws IOException {
    town.fittings().socialCard("lift");
    town.cable().mend();
    if (!screen.shows("[data-page='attract']")) {
      screen.press("[data-tool='exit']");
    }
    screen.awaitPage("attract");
  }

  private static void awaitWay(String kind, String state) {
    String way =
        "[data-entry='" + kind + "']" + (state.equals("READY") ? ":not(.closed)" : ".closed");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.shows(way));
  }

  /** To the page where something is shown, for the payment of the medical insurance. */
  private static void toTheEntry() {
    screen.awaitPage("attract");
    screen.act("start");
    screen.choose("PAYING", "MEDICAL-CONTRIBUTION");
    screen.awaitPage("consent");
    screen.act("consent-accept");
    screen.awaitPage("place-card");
  }

  /** Two choices and a telephone number. */
  private static void fillForm() {
    screen.awaitPage("form");
    for (int i = 0; i < 2; i++) {
      int question = i;
      screen.press("[data-choice]");
      screen.act("next");
      Awaitility.await().until(() -> !screen.text().contains("问题" + (question + 1) + "/3"));
    }
    screen.spell("19900001234");
    screen.act("next");
    screen.awaitPage("confirm");
  }

  /** Hands in, and waits for the official number. */
  private static String handIn() {
    screen.act("submit");
    screen.awaitPage("accepted");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> screen.shows(".ticket-number[data-official='true']"));
    return screen.await(".ticket-number").getText().replaceAll("[^0-9A-Za-z]", "");
  }

  @Test
  @Order(1)
  void socialCard_entersHandsInAndIsAskedBack() throws Exception {
    toTheEntry();
    awaitWay("SOCIAL_CARD", "READY");
    awaitWay("CODE", "READY");
    assertTrue(screen.text().contains("没带身份证"), screen.text());
    screen.shoot("70-entry-any");
    town.fittings().socialCard("place v2");
    fillForm();
    assertTrue(screen.text().contains("测*"), screen.text());
    screen.shoot("71-entry-social-confirm");
    String number = handIn();
    assertEquals("SOCIAL_CARD", town.platform().command("shown " + number));
    screen.press("[data-tool='exit']");
    screen.awaitPage("take-card");
    assertTrue(screen.text().contains("社保卡"), screen.text());
    screen.shoot("72-entry-take-social-card");
    town.fittings().socialCard("lift");
    screen.awaitPage("attract");
  }

  @Test
  @Order(2)
  void code_entersOnce_andIsRefusedWhenItIsShownAgain() throws Exception {
    toTheEntry();
    screen.act("use-code");
    screen.awaitPage("show-code");
    screen.shoot("73-code-kinds");
    screen.press("[data-code='MEDICAL_INSURANCE']");
    Awaitility.await().until(() -> screen.text().contains("正在等您的码"));
    screen.shoot("74-code-waiting");
    String code = LaboratoryCodes.fresh(2, Instant.now(), ThreadLocalRandom.current());
    town.fittings().scanner().command("scan " + code);
    fillForm();
    assertTrue(screen.text().contains("张*"), screen.text());
    String number = handIn();
    assertEquals("CODE", town.platform().command("shown " + number));
    screen.press("[data-tool='exit']");
    screen.awaitPage("attract");

    toTheEntry();
    screen.act("use-code");
    screen.press("[data-code='MEDICAL_INSURANCE']");
    Awaitility.await().until(() -> screen.text().contains("正在等您的码"));
    town.fittings().scanner().command("scan " + code);
    screen.awaitPage("problem");
    assertTrue(screen.text().contains("这个码不能用"), screen.text());
    screen.shoot("75-code-again");
    screen.act("use-code");
    screen.press("[data-code='PROVINCIAL']");
    Awaitility.await().until(() -> screen.text().contains("正在等您的码"));
    Instant hourAgo = Instant.now().minus(Duration.ofHours(1));
    String old = LaboratoryCodes.fresh(2, hourAgo, ThreadLocalRandom.current());
    town.fittings().scanner().command("scan " + old);
    screen.awaitPage("problem");
    assertTrue(screen.text().contains("这个码过时了"), screen.text());
    screen.shoot("76-code-old");
    String log = Files.readString(town.layout().logs().resolve("kiosk.log"));
    assertFalse(log.contains(code) || log.contains(old), "no code is ever logged");
  }

  @Test
  @Order(3)
  void withoutALine_theCodeIsNotOffered_andTheCardStillEnters() throws Exception {
    screen.awaitPage("attract");
    screen.act("start");
    screen.choose("MARRIAGE", "MARRIAGE-APPOINTMENT");
    screen.awaitPage("consent");
    town.cable().cut();
    Awaitility.await().atMost(PATIENCE).until(() -> screen.shows(".net.warn"));
    screen.act("consent-accept");
    screen.awaitPage("place-card");
    awaitWay("CODE", "NO_LINE");
    assertFalse(screen.shows("[data-action='use-code']"));
    screen.shoot("77-entry-no-line");
    town.cable().mend();
    awaitWay("CODE", "READY");
  }
}

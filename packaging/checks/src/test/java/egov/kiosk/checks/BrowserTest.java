package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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

/** The citizen's path in a real browser, against the whole town. Keeps a picture of every page. */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrowserTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  /** A line that was cut comes back after a pause. */
  private static final Duration LINE = Duration.ofSeconds(90);

  private static Town town;
  private static Screen screen;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = RunningTown.start(work.resolve("town"));
    screen = Screen.open(work.resolve("profile"));
  }

  @AfterAll
  static void close() {
    screen.close();
    town.close();
  }

  @AfterEach
  void backToAttract() throws IOException {
    town.reader().command("lift");
    town.cable().mend();
    if (!screen.shows("[data-page='attract']")) {
      screen.press("[data-tool='exit']");
    }
    screen.awaitPage("attract");
  }

  private static void begin(String tile, String item) {
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
    screen.act("start");
    screen.choose(tile, item);
  }

  @Test
  void citizen_finishesAlone() throws Exception {
    town.face("same-02.jpg");
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
    screen.shoot("01-attract");
    screen.act("start");
    screen.awaitPage("items");
    screen.shoot("02-items");
    screen.choose("OLD_AGE", "PENSION-QUALIFICATION");
    screen.awaitPage("consent");
    screen.shoot("03-consent");
    screen.act("consent-accept");
    screen.awaitPage("place-card");
    screen.shoot("04-place-card");
    town.reader().command("place resident");
    screen.awaitPage("face-consent");
    screen.shoot("05-face-consent");
    screen.act("face-accept");
    screen.awaitPage("camera");
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> screen.source().contains("blob:"));
    screen.shoot("06-camera");
    screen.act("face-start");
    screen.awaitPage("form");
    screen.spell("13800138000");
    screen.shoot("07-phone");
    assertFalse(screen.source().contains(Markers.ID_NUMBER), "the page holds the number");
    screen.act("next");
    screen.press("[data-choice='FAMILY']");
    screen.shoot("08-choice");
    screen.act("next");
    Awaitility.await().until(() -> screen.text().contains("有事可以找谁"));
    screen.shoot("09-contact");
    screen.act("next");
    screen.awaitPage("confirm");
    screen.shoot("10-confirm");
    screen.act("submit");
    screen.awaitPage("accepted");
    screen.await("[data-official='true']");
    screen.shoot("11-accepted");
    screen.act("print");
    Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> town.newestSlip() != null);
    screen.act("continue");
    screen.awaitPage("rating");
    screen.shoot("12-rating");
    screen.press("[data-level='5']");
    screen.awaitPage("take-card");
    screen.shoot("13-take-card");
    assertFalse(screen.source().contains("测*"), "a name stays on the screen");
    town.reader().command("lift");
    screen.awaitPage("attract");
    assertFalse(screen.source().contains("001X"));
    assertEquals(
        0L,
        screen.run(
            "arguments[arguments.length-1](localStorage.length + sessionStorage.length"
                + " + document.cookie.length)"));
  }

  @Test
  void impostor_isToldWhatToDoNext() throws Exception {
    town.face("other-01.jpg");
    begin("OLD_AGE", "PENSION-QUALIFICATION");
    screen.act("consent-accept");
    screen.awaitPage("place-card");
    town.reader().command("place resident");
    screen.awaitPage("face-consent");
    screen.act("face-accept");
    screen.awaitPage("camera");
    screen.act("face-start");
    screen.awaitPage("problem");
    screen.shoot("20-impostor");
    assertTrue(screen.text().contains("F-01"), screen.text());
    screen.press("[data-tool='exit']");
    screen.awaitPage("take-card");
  }

  @Test
  void networkDown_itemsSayWhy() throws Exception {
    town.cable().cut();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> !town.kiosk().client().get("/api/kiosk").expect().get("online").asBoolean());
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
    screen.act("start");
    screen.awaitPage("items");
    screen.shoot("21-network-down");
    assertTrue(screen.text().contains("网络"), screen.text());
    screen.press("[data-tile='OLD_AGE']");
    screen.await(".row.closed[data-item='INSURANCE-CERTIFICATE']");
    screen.await("button[data-item='SENIOR-CARD']");
    screen.act("back");
    screen.awaitPage("items");
    screen.act("back");
  }

  @Test
  void bill_foundByItsNumberAndTakenOverToThePhone() throws Exception {
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
    screen.act("start");
    screen.awaitPage("items");
    screen.act("find-pinyin");
    screen.awaitPage("find-pinyin");
    screen.spell("sdq");
    screen.await("button[data-item='UTILITY-PAYMENT']");
    screen.shoot("25-find-pinyin");
    screen.act("back");
    screen.act("find-number");
    screen.spell("902");
    screen.press("[data-item='UTILITY-PAYMENT']");
    screen.awaitPage("consent");
    screen.act("consent-accept");
    screen.press("[data-choice='WATER']");
    screen.act("next");
    screen.spell("4711");
    screen.act("next");
    screen.awaitPage("confirm");
    screen.act("submit");
    screen.awaitPage("accepted");
    screen.await("[data-official='true']");
    assertTrue(screen.text().contains("交给市公用事业收费处"), screen.text());
    screen.shoot("26-payment");
    screen.act("continue");
    screen.awaitPage("rating");
  }

  @Test
  void guide_isPrintedWithoutAnyCard() throws Exception {
    begin("IDENTITY", "RESIDENCE-PERMIT-GUIDE");
    screen.awaitPage("guide");
    screen.shoot("22-guide");
    screen.act("print");
    screen.act("finish");
  }

  @Test
  void lockedByThePlatform_screenSendsCitizensElsewhereUntilUnlocked() throws Exception {
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
    town.platform().command("order command " + Town.KIOSK_ID + " lock");
    try {
      screen.awaitPage("out");
      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> screen.text().contains("暂时不能用"));
      screen.shoot("24-locked");
    } finally {
      town.platform().command("order command " + Town.KIOSK_ID + " unlock");
    }
    // An order that found no line at once goes again after thirty seconds.
    Awaitility.await()
        .atMost(Duration.ofSeconds(100))
        .untilAsserted(
            () ->
                assertTrue(
                    screen.shows("[data-page='attract']"),
                    screen.text() + town.kiosk().client().get("/api/kiosk").expect()));
  }

  @Test
  void help_isHeardAtThePlatformAndAnsweredThere_andWithoutALineTheNumberIsShown()
      throws Exception {
    begin("IDENTITY", "RESIDENCE-PERMIT-GUIDE");
    screen.awaitPage("guide");
    screen.press("[data-tool='help']");
    screen.awaitPage("help");
    screen.shoot("25-help-calling");
    String call = calling();
    assertTrue(call.endsWith(" RESIDENCE-PERMIT-GUIDE guide"), call);
    String id = call.split(" ")[0];
    town.platform().command("call answer " + id + " 5");
    Awaitility.await().atMost(LINE).until(() -> screen.text().contains("大约5分钟"));
    screen.shoot("26-help-answered");
    screen.act("go-on");
    screen.awaitPage("guide");
    town.platform().command("call close " + id);
    Awaitility.await().atMost(LINE).until(() -> !screen.shows(".line.call"));
    town.cable().cut();
    screen.press("[data-tool='help']");
    screen.await(".help-number");
    assertTrue(screen.text().contains("12345"), screen.text());
    screen.shoot("27-help-no-line");
    town.cable().mend();
    assertFalse(calling().startsWith(id), "when the line is back the call goes, and is another");
    screen.act("no-need");
    Awaitility.await()
        .atMost(LINE)
        .until(() -> town.platform().command("calls").contains("open=0"));
  }

  /** The call the platform's people see. */
  private static String calling() {
    return Awaitility.await()
        .atMost(LINE)
        .until(() -> town.platform().command("calls"), said -> said.contains(" CALLING "))
        .split("; ")[1];
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void runtimeGone_screenSaysSoAndRecoversAlone() throws Exception {
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
    town.stopAndStartKiosk(
        () -> {
          screen.awaitPage("out");
          screen.shoot("23-out-of-service");
        });
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
  }
}

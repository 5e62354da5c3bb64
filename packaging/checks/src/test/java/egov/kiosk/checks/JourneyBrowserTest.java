package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openqa.selenium.Keys;

/**
 * One citizen's whole way, from the first page to the taken card, with a paper and a signature: in
 * every mode and on every glass by touch, and once by keypad and ear alone. Each is at the platform
 * once.
 */
@Tag("browser")
class JourneyBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** How the screen stands on its root. */
  private static final String STATE =
      "const { dataset, lang } = document.documentElement; arguments[0](`${dataset.size}"
          + " ${dataset.contrast} ${dataset.reach} ${lang}`)";

  private static final String UNTOUCHED = "standard normal normal zh-CN";

  /** The glass, the tool that is pressed on the first page, and what it makes of the screen. */
  private enum Mode {
    STANDARD(1080, 1920, "", UNTOUCHED),
    ELDER(1080, 1920, "size", "elder normal normal zh-CN"),
    BLACK(1080, 1920, "contrast", "standard black normal zh-CN"),
    LOW(1080, 1920, "reach", "standard normal low zh-CN"),
    ENGLISH(1080, 1920, "language", "standard normal normal en"),
    LYING(1920, 1080, "", UNTOUCHED),
    TABLET(800, 1280, "", UNTOUCHED);

    final int width;
    final int height;
    final String tool;
    final String state;

    Mode(int width, int height, String tool, String state) {
      this.width = width;
      this.height = height;
      this.tool = tool;
      this.state = state;
    }
  }

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;
  private static Screen screen;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = RunningTown.start(work.resolve("town"), Town.KioskChanges.with(Extra.DOCUMENT_CAMERA));
    screen = Screen.open(work.resolve("profile"), "--mute-audio");
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

  @ParameterizedTest
  @EnumSource
  void citizen_byTouch_fromTheFirstPageToTheTakenCard(Mode mode) throws Exception {
    screen.size(mode.width, mode.height);
    Hands hands = new Hands.Touching(screen);
    toTheFirstPage();
    if (!mode.tool.isEmpty()) {
      screen.press("[data-tool='" + mode.tool + "']");
    }
    walk(hands, mode.name().toLowerCase(Locale.ROOT), mode.state);
  }

  @Test
  void citizenWhoSeesNothing_byKeypadAndEarAlone_fromTheFirstPageToTheTakenCard() throws Exception {
    screen.size(1080, 1920);
    Hands.Listening hands = new Hands.Listening(screen);
    toTheFirstPage();
    hands.key(Keys.ARROW_DOWN);
    hands.arrive("attract");
    walk(hands, "voice", UNTOUCHED);
  }

  private static void toTheFirstPage() {
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
  }

  private static void walk(Hands hands, String name, String state) throws Exception {
    long before = Books.accepted(town);
    hands.act("start");
    hands.arrive("items");
    hands.press("[data-tile='OLD_AGE']");
    hands.arrive("list");
    hands.press("[data-item='SENIOR-ALLOWANCE']");
    hands.arrive("consent");
    hands.act("consent-accept");
    hands.arrive("place-card");
    town.reader().command("place resident");
    hands.arrive("retrieval-consent");
    hands.act("retrieval-refuse");
    hands.arrive("form");
    hands.digits("13800138000");
    hands.act("next");
    hands.press("[data-choice='BANK_BOOK']");
    hands.act("next");
    hands.digits("4711");
    hands.act("next");
    hands.arrive("materials");
    town.papers().lay(List.of("存折（演示）", "户名：测试人"), "tilt=3");
    photograph(hands);
    screen.shoot("journey-" + name);
    hands.act("page-keep");
    hands.act("next");
    hands.act("next");
    hands.arrive("confirm");
    hands.act("to-sign");
    hands.arrive("sign");
    hands.sign();
    hands.arrive("accepted");
    assertEquals(state, screen.run(STATE), "the screen stays as it was set");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> screen.shows(".ticket-number[data-official='true']"));
    assertEquals(before + 1, Books.accepted(town), "at the platform once");
    hands.act("continue");
    hands.arrive("rating");
    hands.press("[data-level='2']");
    hands.arrive("rating-reason");
    hands.press("[data-reason='TOO_SLOW']");
    hands.arrive("take-card");
    town.reader().command("lift");
    screen.awaitPage("attract");
    assertEquals(UNTOUCHED, screen.run(STATE), "the next citizen finds nothing changed");
  }

  private static void photograph(Hands hands) {
    // A camera that two towns' processes hold up may be long in opening.
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> screen.shows("[data-action='page-take']:not([disabled])"));
    hands.act("page-take");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.shows("[data-action='page-keep']"));
  }
}

package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A grid worker's day in a real browser of a tablet's size, against the whole town. */
@Tag("browser")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkerJourneyTest {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String MINE = "13900005678";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;
  private static Screen screen;
  private static Path profile;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = RunningTown.start(work.resolve("town"));
    openBrowser("profile-1");
  }

  private static void openBrowser(String name) {
    profile = work.resolve(name);
    screen =
        Screen.open(
            profile, "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream");
    screen.size(1280, 800);
  }

  @AfterAll
  static void close() {
    try {
      if (screen != null) {
        screen.close();
      }
    } finally {
      if (town != null) {
        town.close();
      }
    }
  }

  /** What an earlier test left is not another's fault. */
  @AfterEach
  void mend() {
    town.cable().mend();
  }

  private static void shoot(String name) throws IOException {
    screen.shoot("worker-" + name);
  }

  private static void signIn() {
    screen.go(town.kiosk().client().address() + "/worker");
    screen.awaitPage("sign-in");
    credentials(Town.WORKER_PIN);
    screen.awaitPage("today");
  }

  private static void credentials(String pin) {
    screen.keys(Town.WORKER_BADGE + "\n");
    screen.await("[data-stage=pin]");
    screen.keys(pin + "\n");
  }

  private static String platform(String command) throws IOException {
    return town.platform().command(command);
  }

  /** Sends the tablet the platform's word and waits until it has answered. */
  private static void order(String words, String answered) throws IOException {
    platform(
        "order command "
            + Town.KIOSK_ID
            + " field-work grid="
            + Town.GRID
            + " at=2026-11-22T00:30:00Z "
            + words);
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> platform("answers " + Town.KIOSK_ID).contains(answered));
  }

  private static void awaitSaved() {
    screen.await("[data-saved=saved]");
  }

  @Test
  @Order(1)
  @DisplayName(
      "offline: sign-in, flat battery, photo, consent, signature; then at the platform once")
  void visitWithoutNetwork_survivesAFlatBattery_andReachesThePlatformOnce() throws Exception {
    order(
        "house.H1.revision=1 house.H1.f.address=3号楼201 house.H1.f.p1Name=李春梅"
            + " task.T1.kind=VISIT task.T1.title=走访 task.T1.house=H1",
        "1 tasks");
    town.cable().cut();
    signIn();
    screen.press("[data-task=T1]");
    screen.awaitPage("visit");
    screen.act("person-1");
    screen.awaitPage("person");
    screen.await("[data-field=p1Phone]").sendKeys(MINE);
    awaitSaved();
    screen.kill(profile);
    town.powerCycleKiosk();
    openBrowser("profile-2");
    signIn();
    shoot("today");
    screen.press("[data-task=T1]");
    screen.awaitPage("visit");
    screen.act("person-1");
    screen.awaitPage("person");
    assertEquals(MINE, screen.await("[data-field=p1Phone]").getDomProperty("value"));
    screen.act("to-visit");
    screen.awaitPage("visit");
    screen.await("[data-field=note]").sendKeys("dog");
    screen.act("photo-photo");
    screen.awaitPage("camera");
    screen.act("shoot");
    screen.awaitPage("visit");
    screen.act("agree");
    screen.act("sign");
    screen.awaitPage("sign");
    screen.draw("canvas", zigzag());
    screen.act("signed");
    screen.awaitPage("visit");
    shoot("visit");
    screen.act("hand-in");
    screen.awaitPage("today");
    screen.press("[data-tab=sync]");
    screen.await("[data-state=WAITING]");
    shoot("sync-waiting");
    assertEquals(0, Books.accepted(town));
    town.cable().mend();
    Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              screen.act("push");
              return screen.shows("[data-state=ARRIVED]");
            });
    shoot("sync-arrived");
    assertEquals(1, Books.accepted(town));
  }

  /** A signature has some points. */
  private static int[][] zigzag() {
    int[][] points = new int[24][];
    for (int i = 0; i < points.length; i++) {
      points[i] = new int[] {-230 + 20 * i, i % 2 == 0 ? -40 : 40};
    }
    return points;
  }

  @Test
  @Order(2)
  @DisplayName("voice note, patrol, conflict by field: each at the platform once, and said so")
  void voicePatrolAndConflict_reachThePlatformOnce() throws Exception {
    screen.press("[data-tab=today]");
    screen.awaitPage("today");
    reportWithVoice();
    arrived(2, "EVENT");
    walk();
    arrived(3, "PATROL");
    order(
        "house.H1.revision=2 house.H1.f.address=3号楼201 house.H1.f.p1Name=李春梅"
            + " house.H1.f.p1Phone=13700009999 house.H1.f.note=cat",
        "0 tasks, 1 households");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              screen.press("[data-tab=sync]");
              return screen.shows("[data-conflict=p1Phone]");
            });
    screen.await("[data-conflict=note]");
    shoot("conflict");
    screen.press("[data-conflict=p1Phone] [data-action=use-mine]");
    Awaitility.await().atMost(PATIENCE).until(() -> !screen.shows("[data-conflict=p1Phone]"));
    screen.press("[data-conflict=note] [data-action=use-platform]");
    Awaitility.await().atMost(PATIENCE).until(() -> !screen.shows("[data-conflict]"));
    // The worker's own choice goes up; the platform's version is there already.
    arrived(4, "CHOICE");
  }

  private static void reportWithVoice() throws IOException {
    screen.act("event");
    screen.awaitPage("event");
    screen.press("[data-choice='category.ROAD']");
    screen.press("[data-choice='how.UP']");
    screen.await("[data-field=text]").sendKeys("lamp");
    screen.act("voice");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("说完了"));
    screen.act("voice");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("录好了"));
    shoot("voice");
    awaitSaved();
    screen.act("hand-in");
    screen.awaitPage("today");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("已经传到了"));
    shoot("said-arrived");
  }

  private static void walk() throws IOException {
    screen.standAt(26.08, 119.3);
    screen.act("patrol");
    for (int point = 1; point <= 3; point++) {
      String shown = "已记" + point;
      Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains(shown));
      screen.later(Duration.ofSeconds(31));
      screen.standAt(26.08 + point * 0.001, 119.3);
    }
    shoot("patrol");
    screen.act("patrol");
    Awaitility.await().atMost(PATIENCE).until(() -> !screen.text().contains("已记"));
  }

  /** The worker sees without a press that it has arrived; the platform took it once. */
  private static void arrived(int count, String kind) throws IOException {
    screen.press("[data-tab=sync]");
    screen.awaitPage("sync");
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertEquals(count, Books.accepted(town), kind));
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> !screen.shows("[data-state]:not([data-state=ARRIVED])"));
    screen.press("[data-tab=today]");
    screen.awaitPage("today");
  }

  @Test
  @Order(3)
  @DisplayName("K02 five wrong PINs: the grid is gone, the draft is with the platform")
  void fiveWrongPins_nothingIsLeftOnTheTablet_andTheDraftIsNotLost() throws Exception {
    screen.press("[data-tab=today]");
    screen.awaitPage("today");
    screen.act("event");
    screen.awaitPage("event");
    screen.await("[data-field=text]").sendKeys("half");
    awaitSaved();
    screen.act("lock");
    screen.awaitPage("sign-in");
    for (int guess = 0; guess < 5; guess++) {
      town.kiosk()
          .client()
          .post(
              "/api/access/sign-in",
              java.util.Map.of("badge", Town.WORKER_BADGE, "pin", "90909" + guess));
    }
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                platform("rescued worker=" + Town.WORKER_BADGE + " kind=EVENT")
                    .startsWith("rescued=1;"));
    Path field = town.layout().data().resolve("field");
    for (String shelf : List.of("task", "house", "event", "draft", "piece", "sent")) {
      String[] left = field.resolve(shelf).toFile().list();
      assertFalse(left != null && left.length > 0, shelf + " is not empty");
    }
  }
}

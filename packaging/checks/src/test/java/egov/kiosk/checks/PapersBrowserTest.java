package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Papers, signature and sheet in a real browser against document camera and page printer: once by
 * touch, once by keys alone. What comes before is played over the same interface.
 */
@Tag("browser")
class PapersBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;
  private static Screen screen;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town =
        RunningTown.start(
            work.resolve("town"),
            new Town.KioskChanges(
                Map.of(),
                // So that a sheet that never comes is asked about soon.
                Map.of("flow.copySeconds", "10"),
                Set.of(Extra.DOCUMENT_CAMERA, Extra.PAGE_PRINTER)));
    screen = Screen.open(work.resolve("profile"));
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
    town.reader().command("lift");
    town.papers().printer().hold(false);
    if (!screen.shows("[data-page='attract']")) {
      screen.press("[data-tool='exit']");
    }
    screen.awaitPage("attract");
  }

  /** Card, consent and form; the screen follows. */
  private static CitizenPlayer upToTheForm(String item) throws IOException, InterruptedException {
    screen.go(town.kiosk().client().address() + "/");
    screen.awaitPage("attract");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose(item);
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    return citizen;
  }

  /** What the platform holds of this kiosk, by the first bytes. */
  private static long received(String magic) throws IOException {
    Path kept = work.resolve("town/platform/attachments").resolve(Town.KIOSK_ID);
    if (!Files.isDirectory(kept)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(kept)) {
      return files.filter(file -> begins(file, magic)).count();
    }
  }

  private static boolean begins(Path file, String magic) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String first = new String(bytes, 0, Math.min(magic.length(), bytes.length), "ISO-8859-1");
      return !file.getFileName().toString().startsWith(".") && first.equals(magic);
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void materialsAndSignature_byTouch_reachThePlatform() throws Exception {
    CitizenPlayer citizen = upToTheForm("SENIOR-ALLOWANCE");
    citizen.fillForm();
    screen.awaitPage("materials");
    town.papers().lay(List.of("存折（演示）", "账号：6222 0000 0000 0000", "户名：测试人"), "tilt=4");
    screen.await(".paper-frame polygon");
    screen.await(".line.ok");
    screen.shoot("30-materials-live");
    screen.act("page-take");
    screen.await("[data-action='page-keep']");
    assertTrue(screen.text().contains("拍清楚了"), screen.text());
    screen.shoot("31-materials-taken");
    screen.act("page-drop");
    town.papers().lay(List.of("存折（演示）", "反光"), "lamp");
    screen.await("[data-action='page-take']:not([disabled])");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () -> {
              screen.act("page-take");
              screen.await("[data-action='page-keep']");
              boolean glare = screen.text().contains("反光");
              if (!glare) {
                screen.act("page-drop");
                screen.await("[data-action='page-take']:not([disabled])");
              }
              return glare;
            });
    screen.shoot("32-materials-glare");
    screen.act("page-keep");
    screen.act("look");
    screen.shoot("33-materials-look");
    screen.act("looked");
    screen.act("next");
    Awaitility.await().until(() -> screen.text().contains("户口本"));
    screen.shoot("34-materials-second");
    screen.act("next");
    screen.awaitPage("confirm");
    assertTrue(screen.text().contains("已拍1张"), screen.text());
    screen.shoot("35-confirm-papers");
    screen.act("to-sign");
    screen.awaitPage("sign");
    assertTrue(screen.shows("[data-action='sign'][disabled]"));
    screen.draw(".sign-box", new int[][] {{-300, -60}, {-120, -70}, {-200, -70}, {-220, 120}});
    screen.draw(".sign-box", new int[][] {{40, -80}, {250, -80}, {60, 100}, {300, 110}});
    screen.shoot("36-signed");
    screen.act("sign");
    screen.awaitPage("accepted");
    screen.shoot("37-accepted-papers");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(
            () ->
                received("\u00ff\u00d8\u00ff") == 1
                    && received("\u0089PNG") == 1
                    && received("{\"format\":\"strokes-1\"") == 1);
  }

  @Test
  void confirmedAndPrinted_byKeysAlone_theSheetNobodySawIsAskedAbout() throws Exception {
    CitizenPlayer citizen = upToTheForm("NO-CRIME-RECORD");
    citizen.answerConsent(false);
    citizen.act("staff-check", Map.of("badge", Town.STAFF_BADGE, "pin", Town.STAFF_PIN));
    citizen.fillForm();
    screen.awaitPage("materials");
    screen.key("next");
    screen.awaitPage("confirm");
    screen.key("to-sign");
    screen.awaitPage("sign");
    screen.key("assent");
    screen.awaitPage("accepted");
    screen.shoot("40-copy-offered");
    town.papers().printer().hold(true);
    screen.key("print-copy");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.shows("[data-action='copy-not']"));
    screen.shoot("41-copy-asked");
    town.papers().printer().hold(false);
    screen.key("copy-not");
    screen.await("[data-action='print-copy']");
    screen.shoot("42-copy-again");
    screen.key("print-copy");
    Awaitility.await().atMost(PATIENCE).until(() -> !screen.shows("[data-action='print-copy']"));
    screen.shoot("43-copy-printed");
    screen.key("continue");
    screen.awaitPage("rating");
  }

  @Test
  void fetchedSparedAndSentByTelephone_thenAskedAfter_overTheRealLine() throws Exception {
    CitizenPlayer citizen = upToTheForm("RESIDENCE-PERMIT");
    citizen.answerConsent(false);
    citizen.act("staff-check", Map.of("badge", Town.STAFF_BADGE, "pin", Town.STAFF_PIN));
    screen.awaitPage("retrieval-consent");
    screen.shoot("50-retrieval");
    screen.act("retrieval-accept");
    screen.awaitPage("form");
    citizen.await(view -> view.toString().contains("199****1234"), "the telephone number, masked");
    assertFalse(citizen.view().toString().contains("19900001234"));
    screen.shoot("51-filled-in");
    citizen.act(
        "form", Map.of("values", Map.of("livesAt", "样例路1号", "reason", "WORK", "pickup", "MAIL")));
    screen.awaitPage("materials");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("不动产权证书"));
    screen.shoot("52-licence");
    screen.act("next");
    screen.act("phone-open");
    screen.awaitPage("phone");
    citizen.await(view -> !view.at("/handover/url").asText().isEmpty(), "the upload address");
    screen.await(".qr img");
    screen.shoot("53-phone");
    assertEquals(200, bring(citizen.view().at("/handover/url").asText()));
    screen.await("[data-action='page-keep']");
    screen.shoot("54-from-the-phone");
    screen.act("page-keep");
    screen.act("next");
    screen.awaitPage("confirm");
    // On a small page it stands on the second leaf of the list.
    citizen.await(view -> view.toString().contains("用电子证照"), "the licence in place of a scan");
    screen.act("to-sign");
    screen.awaitPage("sign");
    screen.key("assent");
    screen.awaitPage("accepted");
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the acceptance number");
    String number = citizen.view().at("/accepted/number").asText();
    town.reader().command("lift");
    screen.press("[data-tool='exit']");
    screen.awaitPage("attract");
    askAfter(number);
  }

  /** The number alone says nothing; with the telephone number it says where the matter is. */
  private static void askAfter(String number) throws IOException, InterruptedException {
    for (String phone : List.of("13900000000", "19900001234")) {
      CitizenPlayer citizen = new CitizenPlayer(town);
      citizen.choose("PROGRESS-QUERY");
      citizen.answerConsent(true);
      citizen.act("form", Map.of("values", Map.of("reference", number, "phone", phone)));
      screen.awaitPage("confirm");
      screen.act("submit");
      screen.awaitPage("result");
      boolean own = phone.startsWith("199");
      assertEquals(own, screen.text().contains("正在审核"), screen.text());
      assertEquals(own, screen.text().contains("居住证申领"), screen.text());
      screen.shoot(own ? "56-progress" : "55-nobodys");
      screen.press("[data-tool='exit']");
      screen.awaitPage("attract");
    }
  }

  /** What a telephone does with the code. */
  private static int bring(String url) throws IOException, InterruptedException {
    BufferedImage photo = new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB);
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(photo, "jpg", jpeg);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .PUT(HttpRequest.BodyPublishers.ofByteArray(jpeg.toByteArray()))
            .build();
    return HttpClient.newHttpClient()
        .send(request, HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}

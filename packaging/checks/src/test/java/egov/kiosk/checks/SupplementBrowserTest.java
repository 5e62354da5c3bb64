package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * One matter over two visits (补正): handed in with a paper missing, told of by the platform, looked
 * up by the slip's code, completed; and the telephone's own page, in a telephone's browser.
 */
@Tag("browser")
class SupplementBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String PHONE = "13800138000";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;
  private static Screen screen;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town =
        RunningTown.start(
            work.resolve("town"),
            Town.KioskChanges.with(Extra.DOCUMENT_CAMERA, Extra.CODE_SCANNER));
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

  /** The first visit, at the paper's page. */
  private static CitizenPlayer atThePapers() throws IOException, InterruptedException {
    screen.awaitPage("attract");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose("RESIDENCE-PERMIT");
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(false);
    citizen.act("staff-check", Map.of("badge", Town.STAFF_BADGE, "pin", Town.STAFF_PIN));
    citizen.fillForm();
    screen.awaitPage("materials");
    return citizen;
  }

  /** Leaves as who is done does: the card taken, the screen wiped. */
  private static void leave() throws IOException {
    town.reader().command("lift");
    screen.press("[data-tool='exit']");
    screen.awaitPage("attract");
  }

  @Test
  void paperMissing_toldByThePlatform_broughtInAnotherVisit_onceAtThePlatform() throws Exception {
    CitizenPlayer first = atThePapers();
    first.act("bring-later", Map.of("material", "lodging-proof", "later", true));
    town.papers().lay(List.of("近照"), "tilt=2");
    first.await(view -> view.at("/materials/camera").asText().equals("READY"), "the camera");
    first.act("page-take", Map.of("material", "photo"));
    first.await(view -> view.at("/materials").has("shot"), "the photograph");
    first.act("page-keep", Map.of());
    first.act("continue", Map.of());
    first.act("continue", Map.of());
    first.act("assent", Map.of());
    first.act("submit", Map.of());
    first.await(view -> view.at("/accepted/official").asBoolean(), "the acceptance number");
    String number = first.view().at("/accepted/number").asText();
    String id = first.view().at("/accepted/transactionId").asText();
    leave();

    long before = Books.accepted(town);
    askBySlip(number);
    assertTrue(screen.text().contains("住处的证明"), screen.text());
    screen.shoot("62-supplement-wanted");
    screen.act("supplement");
    screen.awaitPage("materials");
    town.papers().lay(List.of("租房合同（演示）", "样例路1号"), "tilt=3");
    // A camera that two towns' processes hold up may be long in opening.
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .ignoreExceptions()
        .untilAsserted(() -> screen.await(".line.ok"));
    screen.act("page-take");
    screen.await("[data-action='page-keep']");
    screen.act("page-keep");
    screen.act("next");
    screen.awaitPage("confirm");
    screen.shoot("63-supplement-confirm");
    screen.act("submit");
    screen.awaitPage("accepted");
    screen.shoot("64-supplement-accepted");
    Awaitility.await().atMost(PATIENCE).until(() -> Books.accepted(town) == before + 1);
    leave();

    askBySlip(number);
    assertTrue(screen.text().contains("补的材料收到了"), screen.text());
    assertEquals(before + 1, Books.accepted(town), "asking hands nothing in");
    leave();
    toldWithoutALine(number, id);
  }

  /** The second visit: the slip to the scanner, the telephone number by hand. */
  private static void askBySlip(String number) throws IOException {
    screen.act("start");
    screen.choose("ASKING", "PROGRESS-QUERY");
    screen.awaitPage("consent");
    screen.act("consent-accept");
    screen.awaitPage("form");
    assertTrue(screen.text().contains("回执"), screen.text());
    town.fittings().scanner().command("scan " + number);
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("读到了"));
    screen.shoot("60-slip-scanned");
    screen.act("next");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("当时留的手机号"));
    screen.spell(PHONE);
    screen.act("next");
    screen.awaitPage("confirm");
    screen.shoot("61-progress-confirm");
    screen.act("submit");
    screen.awaitPage("result");
  }

  /** What the platform pushed is shown when it cannot be asked, and is not called the newest. */
  private static void toldWithoutALine(String number, String id) throws Exception {
    String order = "order progress " + Town.KIOSK_ID + " " + id + " ";
    assertTrue(town.platform().command(order + "supplement").startsWith("revision="));
    assertTrue(town.platform().command(order + "processing").startsWith("revision="));
    Path kept = town.layout().data().resolve("progress/told");
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> Files.exists(kept) && Files.readString(kept).contains("PROCESSING"));
    assertFalse(Files.readString(kept).contains(number), "no number is kept beside it");
    town.cable().cut();
    Awaitility.await().atMost(PATIENCE).until(() -> screen.shows(".net.warn"));
    askBySlip(number);
    assertTrue(screen.text().contains("正在办"), screen.text());
    assertTrue(screen.text().contains("不是最新的"), screen.text());
    assertFalse(screen.text().contains("居住证申领"), "whose and what nobody has checked");
    screen.shoot("65-told-before");
    town.cable().mend();
    leave();
  }

  @Test
  void telephonesPage_inATelephonesBrowser_bringsThePhotoToTheKiosk() throws Exception {
    CitizenPlayer citizen = atThePapers();
    citizen.act("phone-open", Map.of("material", "lodging-proof"));
    citizen.await(view -> !view.at("/handover/url").asText().isEmpty(), "the upload address");
    screen.awaitPage("phone");
    Path photo = work.resolve("contract.jpg");
    ImageIO.write(new BufferedImage(2400, 3200, BufferedImage.TYPE_INT_RGB), "jpg", photo.toFile());
    try (Screen telephone = Screen.telephone(work.resolve("telephone"))) {
      telephone.go(citizen.view().at("/handover/url").asText());
      telephone.await("label.button");
      telephone.shoot("66-telephone");
      assertFalse(telephone.text().contains("上传到机器"), "nothing to send yet");
      telephone.choose("#photo", photo);
      Awaitility.await().atMost(PATIENCE).until(() -> telephone.text().contains("看得清"));
      telephone.shoot("67-telephone-look");
      telephone.press("#send");
      Awaitility.await().atMost(PATIENCE).until(() -> telephone.text().contains("传好了"));
      telephone.shoot("68-telephone-sent");
    }
    screen.await("[data-action='page-keep']");
    screen.shoot("69-from-the-telephone");
    screen.act("page-keep");
    leave();
  }
}

package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The wipe (清除): whichever way a session ends, no object that can still be reached in the runtime
 * holds what the citizen is called, known by or looks like. Attack test I01.
 */
@Tag("attack")
class WipeTest {
  private static final String ITEM = "PENSION-QUALIFICATION";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;
  private static byte[] portrait;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town =
        RunningTown.start(
            work,
            new Town.KioskChanges(
                // As delivered nobody can look into the runtime; here the test must.
                Map.of("KIOSK_JAVA_OPTS", "-XX:-DisableAttachMechanism"),
                Map.of("flow.idleSeconds", "form:10"),
                Set.of(Extra.DOCUMENT_CAMERA)));
    byte[] whole = Files.readAllBytes(town.layout().cache().resolve("faces/portrait.webp"));
    portrait = Arrays.copyOfRange(whole, 200, 240);
  }

  @AfterAll
  static void close() {
    if (town != null) {
      town.close();
    }
  }

  private static CitizenPlayer upToTheForm() throws IOException, InterruptedException {
    town.face("same-02.jpg");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose(ITEM);
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(true);
    citizen.lookAtCamera();
    assertEquals("form", citizen.page());
    return citizen;
  }

  private static void assertWiped(String how, CitizenPlayer citizen)
      throws IOException, InterruptedException {
    assertWiped(how, citizen, portrait);
  }

  private static void assertWiped(String how, CitizenPlayer citizen, byte[] picture)
      throws IOException, InterruptedException {
    String session = "/api/sessions/" + citizen.view().get("id").asText();
    Awaitility.await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> town.kiosk().client().get(session).status() == 404);
    Path dump = work.resolve("heap-" + how + ".hprof");
    jcmd("GC.heap_dump", dump.toString());
    List<String> found = new Markers().and("the picture", picture).find(dump, path -> false);
    assertEquals(List.of(), found, "reachable after the session ended: " + how);
    assertEquals(List.of(), personalObjects(), "objects after the session ended: " + how);
    Files.delete(dump);
  }

  private static List<String> personalObjects() throws IOException, InterruptedException {
    return jcmd("GC.class_histogram")
        .lines()
        .filter(
            line ->
                line.matches(
                        ".* egov[.]kiosk[.]domain[.]citizen[.]"
                            + "(IdCard|SocialCard|CodeHolder|IdNumber|PersonName|Portrait|Frame|VerifiedCitizen)"
                            + "( .*)?")
                    || line.matches(
                        ".* egov[.]kiosk[.](domain[.]device[.]DocumentPage|flow[.](Shot|Signature)"
                            + "|flow[.]desk[.]Ink([$].*)?)( .*)?"))
        .toList();
  }

  private static String jcmd(String... words) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(town.kiosk().pid())));
    command.addAll(List.of(words));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), said);
    return said;
  }

  @Test
  void i01_finished_nothingLeft() throws Exception {
    CitizenPlayer citizen = upToTheForm();
    Path during = work.resolve("during.hprof");
    jcmd("GC.heap_dump", during.toString());
    assertFalse(new Markers().find(during, path -> false).isEmpty(), "the scanner itself works");
    Files.delete(during);
    citizen.fillForm();
    citizen.act("submit", Map.of());
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the receipt");
    citizen.act("print", Map.of());
    citizen.await(
        view -> !view.at("/accepted/slip").asText().equals("PRINTING"), "the slip to be printed");
    citizen.act("continue", Map.of());
    citizen.act("rating", Map.of("level", 5));
    citizen.takeCardAndLeave();
    assertWiped("finished", citizen);
  }

  @Test
  void i01_left_nothingLeft() throws Exception {
    CitizenPlayer citizen = upToTheForm();
    citizen.fillForm();
    citizen.leave();
    citizen.takeCardAndLeave();
    assertWiped("left", citizen);
  }

  @Test
  void i01_walkedAway_nothingLeft() throws Exception {
    CitizenPlayer citizen = upToTheForm();
    town.reader().command("lift");
    assertTrue(citizen.page().equals("form"));
    assertWiped("walked-away", citizen);
  }

  @Test
  void i01_notTheCardsHolder_nothingLeft() throws Exception {
    town.face("other-01.jpg");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose(ITEM);
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(true);
    citizen.lookAtCamera();
    assertEquals("problem", citizen.page());
    citizen.leave();
    citizen.takeCardAndLeave();
    assertWiped("refused", citizen);
  }

  @Test
  void i01_lockedByThePlatform_nothingLeft() throws Exception {
    CitizenPlayer citizen = upToTheForm();
    order("lock");
    awaitOpen(false);
    citizen.leave();
    citizen.takeCardAndLeave();
    assertWiped("locked", citizen);
    order("unlock");
    awaitOpen(true);
  }

  /** Pages and strokes: gone from memory when handed in, and on the disk under seal only. */
  @Test
  void i01_papersAndSignature_nothingLeftAndNothingOpenOnTheDisk() throws Exception {
    town.papers().lay(List.of("存折（演示）", "账号：6222 0000 0000 0000"), "tilt=3");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose("SENIOR-ALLOWANCE");
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.fillForm();
    byte[] page = citizen.photograph();
    byte[] part = Arrays.copyOfRange(page, page.length / 2, page.length / 2 + 40);
    citizen.act("continue", Map.of());
    citizen.act("continue", Map.of());
    citizen.sign();
    Path during = work.resolve("papers.hprof");
    jcmd("GC.heap_dump", during.toString());
    assertFalse(new Markers().and("the page", part).find(during, path -> false).isEmpty());
    Files.delete(during);
    town.cable().cut();
    citizen.act("submit", Map.of());
    assertEquals("accepted", citizen.page());
    byte[] strokes = "strokes-1".getBytes(StandardCharsets.US_ASCII);
    assertEquals(
        List.of(),
        new Markers()
            .and("the page", part)
            .and("strokes", strokes)
            .find(town.layout().data(), this::token),
        "in the clear on the disk while the network is down");
    town.cable().mend();
    citizen.leave();
    citizen.takeCardAndLeave();
    assertWiped("papers", citizen, part);
  }

  private boolean token(Path path) {
    return path.endsWith("ui.token");
  }

  private static void order(String command) throws IOException {
    town.platform().command("order command " + Town.KIOSK_ID + " " + command);
  }

  private static void awaitOpen(boolean open) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                town.kiosk().client().get("/api/kiosk").expect().get("locked").asBoolean() != open);
  }

  /** Attack test I05: the power goes while the citizen fills in the form. */
  @Test
  void i05_crashed_nothingInAnyFileNorAfterTheNextStart() throws Exception {
    CitizenPlayer citizen = upToTheForm();
    citizen.fillForm();
    town.powerCycleKiosk();
    town.reader().command("lift");
    assertEquals(List.of(), Markers.findIn(work, path -> path.endsWith("ui.token")));
    assertWiped("crashed", citizen);
  }
}

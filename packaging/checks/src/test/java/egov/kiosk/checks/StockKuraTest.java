package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.checks.kura.StockTree;
import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Town;
import egov.kiosk.town.TownLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole main job without our launcher: our packages on the base services of Eclipse Kura 5.6,
 * then 6, installed and configured as there, beside a town of processes. No code of Kura runs here.
 */
@Tag("e2e")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StockKuraTest {
  private static final String SITE = "换过的政务服务中心";

  /** Devices of which there is none until a technician makes one. */
  private static final Set<String> WAITING =
      Set.of("custody", "document-camera", "infrared-camera", "page-printer");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static StockTree kura;
  private static Town town;

  @BeforeAll
  static void open() throws Exception {
    kura = new StockTree(work);
    town =
        Town.start(
            new TownLayout(kura.use(5), Tree.CACHE, Tree.SHIM, work),
            0,
            new Town.KioskChanges(
                Map.of(),
                Map.of("kura-bridge.heartbeatSeconds", "1", "upkeep.profile", "laboratory")),
            System.err::println);
  }

  @AfterAll
  static void close() {
    if (town != null) {
      town.close();
    }
  }

  private static CitizenPlayer upToSubmit() throws IOException, InterruptedException {
    town.face("same-02.jpg");
    CitizenPlayer citizen = new CitizenPlayer(town);
    citizen.choose("PENSION-QUALIFICATION");
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(true);
    citizen.lookAtCamera();
    assertEquals("form", citizen.page(), citizen.view().toString());
    assertEquals("PASS", citizen.view().at("/identity/outcome").asText());
    citizen.fillForm();
    assertEquals("confirm", citizen.page());
    return citizen;
  }

  private static void wholeJob() throws IOException, InterruptedException {
    long before = Books.accepted(town);
    CitizenPlayer citizen = upToSubmit();
    citizen.act("submit", Map.of());
    String id = citizen.view().at("/accepted/transactionId").asText();
    citizen.await(view -> view.at("/accepted/official").asBoolean(), "the receipt");
    String number = citizen.view().at("/accepted/number").asText();
    assertTrue(town.platform().command("find " + id).startsWith(number + " "));
    citizen.act("print", Map.of());
    citizen.await(
        view -> !view.at("/accepted/slip").asText().equals("PRINTING"), "the slip to be printed");
    assertEquals("PRINTED", citizen.view().at("/accepted/slip").asText());
    String slip = town.newestSlip().toString().replaceAll("\\.png$", ".txt");
    assertTrue(Files.readString(Path.of(slip)).replaceAll("[\\s\\u2009]", "").contains(number));
    citizen.act("continue", Map.of());
    citizen.act("rating", Map.of("level", 5));
    citizen.takeCardAndLeave();
    Books.awaitQueueEmpty(town);
    assertEquals(before + 1, Books.accepted(town));
  }

  /** The pages are served before the rooms behind them have come up. */
  private static void awaitDesk() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                town.kiosk().client().get("/api/outbox").status() == 200
                    && town.kiosk().client().get("/api/items").status() == 200);
  }

  private static String site() throws IOException, InterruptedException {
    return town.kiosk().client().get("/api/kiosk").expect().get("site").asText();
  }

  @Test
  @Order(1)
  void freshlyInstalledAndConfigured_mainJobEndsAcceptedOnceWithASlip() throws Exception {
    assertTrue(kura.ask("framework").contains("3.16.0"), kura.ask("framework"));
    assertEquals("", kura.ask("asleep"));
    wholeJob();
  }

  @Test
  @Order(2)
  void everyPage_isThere_andNoDeviceNobodyHas() throws Exception {
    Set<String> pages = new TreeSet<>(List.of(kura.ask("pids").split(" ")));
    assertTrue(pages.containsAll(Set.of("crypto", "flow", "uplink", "kura-bridge")), "" + pages);
    for (String device : WAITING) {
      assertFalse(pages.contains(device), device);
    }
    assertEveryMarkerIsTaken();
    assertFalse(doctor().contains("infrared-camera"), doctor());
    kura.ask("create infrared-camera ir");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> doctor().contains("infrared-camera"));
  }

  /** A pid that is no single text drops a component, the next start after (trap e). */
  private static void assertEveryMarkerIsTaken() throws IOException {
    Set<String> declared = Set.of(kura.ask("declared").split(" "));
    assertTrue(declared.size() > 30, declared.toString());
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> Set.of(kura.ask("pids").split(" ")).containsAll(declared));
  }

  /** Everybody is told the same again now and then (trap c): no line, port or queue is opened. */
  @Test
  @Order(3)
  void everyPage_pushedUnchanged_makesNoComponentAnew() throws Exception {
    assertEquals("", kura.ask("again"));
    assertEquals("", kura.ask("again"));
  }

  private static String doctor() throws IOException, InterruptedException {
    return town.kiosk().client().get("/api/health").expect().toString();
  }

  @Test
  @Order(4)
  void criticalThreads_checkIn_andTheHeartbeatIsPublished() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !kura.ask("published").isEmpty() && allCheckedIn());
  }

  private static boolean allCheckedIn() throws IOException {
    String[] lines = kura.ask("checkins").split(" ");
    return lines.length > 1 && Stream.of(lines).noneMatch(line -> line.endsWith("=0"));
  }

  @Test
  @Order(5)
  void settingChangedOnTheConsole_isOnTheScreenWithoutAStart() throws Exception {
    assertFalse(site().equals(SITE));
    kura.ask("set flow site " + SITE);
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> site().equals(SITE));
  }

  @Test
  @Order(6)
  void killedAfterSubmit_deliveredOnce_settingsAndMadeDevicesStay() throws Exception {
    long before = Books.accepted(town);
    CitizenPlayer citizen = upToSubmit();
    town.cable().cut();
    citizen.act("submit", Map.of());
    String id = citizen.view().at("/accepted/transactionId").asText();
    town.reader().command("lift");
    town.powerCycleKiosk();
    awaitDesk();
    assertEquals(1, Books.queue(town).get("pending").asLong());
    town.cable().mend();
    Books.awaitQueueEmpty(town);
    assertEquals(before + 1, Books.accepted(town));
    assertFalse(town.platform().command("find " + id).isEmpty());
    assertEquals(SITE, site());
    assertTrue(doctor().contains("infrared-camera"), doctor());
    assertEveryMarkerIsTaken();
  }

  /** What a technician is used to, beside a framework that our launcher did not start. */
  @Test
  @Order(7)
  void programKiosk_asksTheKioskThatRunsThere_andStartsNothing() throws Exception {
    String said = kura.command("doctor", "--lang", "zh");
    assertTrue(said.contains("问的是正在运行的终端"), said);
    assertTrue(said.contains("production-rules"), said);
    said = kura.command("outbox", "list") + kura.command("device", "list");
    assertEquals(2, said.lines().filter(line -> line.equals("0")).count(), said);
    said = kura.command("maintenance", "on") + kura.command("maintenance", "off");
    assertTrue(said.contains("0\nout of service") && said.contains("0\nnot out"), said);
    Path certificate = work.resolve("pki/kiosk/" + Town.KIOSK_ID + ".pem");
    said = kura.command("audit", "verify", "--certificate", certificate.toString());
    assertTrue(said.startsWith("0\n"), said);
    Path bundle = work.resolve("support.zip");
    said = kura.command("support-bundle", bundle.toString());
    assertTrue(said.startsWith("0\n") && Files.size(bundle) > 1000, said);
    said = kura.command("run");
    assertTrue(said.startsWith("1\n") && said.contains("the framework alone runs it"), said);
  }

  /** No launcher of ours refuses to start here; citizens are not served all the same. */
  @Test
  @Order(8)
  void j03_inProduction_aLaboratorysThingsKeepItClosed() throws Exception {
    kura.ask("set upkeep profile production");
    awaitClosed();
    assertEquals(503, town.kiosk().client().get("/api/items").status());
    town.powerCycleKiosk(false);
    awaitClosed();
    kura.ask("set upkeep profile laboratory");
    awaitDesk();
  }

  private static void awaitClosed() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(90))
        .until(
            () ->
                town.kiosk().client().get("/api/outbox").status() == 503
                    && doctor().contains("the kiosk stays closed: the key lies open in its file")
                    && doctor().contains("crypto.trustFile holds a laboratory's authority"));
  }

  /** As after an upgrade of the framework: the same settings, the same data. */
  @Test
  @Order(9)
  void onTheNextLine_fromThePluginsDirectory_mainJobAgain() throws Exception {
    town.stopAndStartKiosk(() -> kura.use(6));
    awaitDesk();
    assertTrue(kura.ask("framework").contains("3.21.0"), kura.ask("framework"));
    assertEquals("", kura.ask("asleep"));
    assertEquals(SITE, site());
    wholeJob();
  }

  @Test
  @Order(10)
  void nothingIsLeftInTheFrameworksDirectory_noSettingsInClear_noPersonalDataAnywhere()
      throws Exception {
    town.close();
    try (Stream<Path> files = Files.list(kura.home())) {
      assertEquals(
          Set.of("user", "console.port"),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
    try (Stream<Path> files = Files.list(kura.home().resolve("user/snapshots"))) {
      for (Path file : files.toList()) {
        assertFalse(Files.readString(file).contains("<esf"), file.toString());
      }
    }
    assertEquals(
        "rw-------",
        PosixFilePermissions.toString(
            Files.getPosixFilePermissions(work.resolve("kiosk-data/keys/broker.password"))));
    assertEquals(List.of(), Markers.findIn(work, file -> file.endsWith("ui.token")));
    assertEquals(List.of(), Inventory.unlisted(work.resolve("kiosk-data")));
  }
}

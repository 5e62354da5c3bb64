package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A technician before a machine that is nobody yet and has nothing but the digest of a root in its
 * configuration: from the citizens' closed page through the wizard to a kiosk that serves, without
 * a shell. Staff, identity, the broker's password and the organisation's seal come in at the page.
 */
@Tag("browser")
class BareMachineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final List<String> TRIED = List.of("id-card-reader", "printer", "camera");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path work;

  private Town town;
  private Screen screen;

  private void shoot(String name) throws IOException {
    screen.shoot("bare-" + name);
  }

  @Test
  void bareMachine_wizardEnrolledOnlineAccepted() throws Exception {
    try (Town started =
            RunningTown.start(work.resolve("town"), Town.KioskChanges.with(Extra.BARE));
        Screen browser = Screen.open(work.resolve("profile"))) {
      town = started;
      screen = browser;
      long began = System.nanoTime();
      screen.go(town.kiosk().client().address() + "/");
      screen.awaitPage("out");
      awaitDesk();
      screen.awaitPage("out");
      shoot("1-nobody-yet");
      screen.hold(40, 40, Duration.ofSeconds(6));
      String code = firstStart();
      comeBack();
      site();
      String password = network();
      enrolled();
      devices();
      accept();
      System.err.printf(
          "bare machine in service after %d s, by a player who does not read%n",
          Duration.ofNanos(System.nanoTime() - began).toSeconds());
      reportIsSealedAndWithThePlatform();
      everyCheckHasItsWords();
      WrittenDown.none(town, code, code.replace("-", ""), password, Town.TECHNICIAN_PIN);
      suppliesFromTheCommandLine();
      screen.act("sign-out");
      screen.awaitPage("attract");
      shoot("9-in-service");
    }
  }

  private void signIn() throws IOException {
    screen.awaitPage("sign-in");
    screen.spell(Town.TECHNICIAN_BADGE);
    screen.act("next");
    screen.await("[data-stage='pin']");
    screen.spell(Town.TECHNICIAN_PIN);
    screen.act("next");
    screen.await(".steps-strip");
    calm();
  }

  private void calm() {
    Awaitility.await().atMost(PATIENCE).until(() -> !screen.shows(".line.busy"));
  }

  private void step(String name) throws IOException {
    calm();
    screen.press("[data-step='" + name + "']");
    screen.await("[data-step='" + name + "'][aria-current='step']");
    calm();
    shoot("step-" + name.toLowerCase(java.util.Locale.ROOT));
  }

  private void site() throws IOException {
    screen.await("#site-site").sendKeys("东街便民服务中心");
    screen.await("#site-organisation").sendKeys("鼓楼区政务服务局");
    screen.await("#site-node").sendKeys("FJ-GL-01");
    screen.await("#site-address").sendKeys("东街1号");
    screen.await("#site-panelInches").sendKeys("21.5");
    screen.await("#site-bottomEdgeMm").sendKeys("900");
    screen.act("save");
    screen.await("[data-step='SITE'][data-outcome='PASSED']");
  }

  /** The operator's sheet in, by the board of the screen alone; whoever has it works here. */
  private String firstStart() throws IOException, InterruptedException {
    screen.awaitPage("first-start");
    String code = town.office().code();
    typed("first-kioskId", Town.KIOSK_ID);
    typed("first-code", code.replace("-", ""));
    typed("first-platform", town.office().address());
    typed("first-badge", Town.TECHNICIAN_BADGE);
    typed("first-pin", Town.TECHNICIAN_PIN);
    typed("first-again", Town.TECHNICIAN_PIN);
    shoot("2-first-start");
    screen.act("begin");
    screen.awaitPage("restarting");
    OptionalInt ended = town.kiosk().ended(PATIENCE);
    assertEquals(OptionalInt.of(75), ended, "what systemd takes for: start again");
    shoot("restarting");
    return code;
  }

  /** Its rooms are up, and still it lets nobody begin: what is handed in could not be signed. */
  private void awaitDesk() throws IOException, InterruptedException {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> town.kiosk().client().get("/api/items").status() == 200);
    assertTrue(town.kiosk().client().get("/api/kiosk").expect().get("unenrolled").asBoolean());
  }

  private void typed(String field, String text) {
    screen.press("#" + field);
    screen.await(".sheet[data-typing='" + field + "']");
    screen.spell(text);
  }

  /** As systemd would have it; the page comes back by itself. */
  private void comeBack() throws IOException, InterruptedException {
    town.stopAndStartKiosk(() -> {});
    signIn();
  }

  /** The broker's address and password; a wrong one is said, the right one lets the kiosk in. */
  private String network() throws IOException, InterruptedException {
    step("NETWORK");
    String password = town.office().brokerPassword();
    screen.press("#broker-address");
    screen.await(".sheet[data-typing='broker-address']");
    screen.type(".sheet [data-key='clear']");
    screen.spell("ssl://127.0.0.1:" + town.cable().port());
    typed("broker-password", new StringBuilder(password).reverse().toString());
    screen.act("broker");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("平台不认用户名或密码"));
    shoot("broker-refused");
    typed("broker-password", password);
    shoot("broker");
    screen.act("broker");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("密码正确"));
    shoot("broker-in");
    assertFalse(screen.source().contains(password), "a password is never shown again");
    step("TIME");
    return password;
  }

  private void enrolled() throws IOException {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> town.kiosk().client().get("/api/kiosk").expect().get("online").asBoolean());
    step("ENROLMENT");
    screen.await("[data-step='ENROLMENT'][data-outcome='PASSED']");
  }

  private void devices() throws IOException {
    town.face("same-02.jpg");
    town.reader().command("place resident");
    step("DEVICES");
    step("TESTS");
    for (String device : TRIED) {
      String card = "[data-device='" + device + "'] ";
      screen.press(card + "[data-action='test']");
      calm();
      shoot("trial-" + device);
      screen.press(card + "[data-action='pass']");
      calm();
    }
    assertTrue(town.newestSlip() != null, "a test page came out");
    for (String judged : List.of("touch-screen", "loudspeaker")) {
      screen.press("[data-device='" + judged + "'] [data-action='pass']");
      calm();
    }
    screen.await("[data-step='TESTS'][data-outcome='PASSED']");
    town.reader().command("lift");
    step("PROGRAM");
  }

  private void accept() throws IOException, InterruptedException {
    // Its maker needs the certificate that was just issued.
    String seal = town.office().bringSeal();
    step("REPORT");
    screen.press("[data-seal$='not-a-seal.esl'] [data-action='seal']");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("不是印章文件"));
    shoot("seal-refused");
    screen.press("[data-seal='" + seal + "'] [data-action='seal']");
    Awaitility.await().atMost(PATIENCE).until(() -> screen.text().contains("印章已装好"));
    shoot("seal-taken");
    screen.act("accept");
    screen.await("[data-accepted]");
    calm();
    shoot("accepted");
    String said = screen.text();
    assertTrue(said.contains("已加盖电子印章"), said);
    assertTrue(said.contains("已交给队列"), said);
  }

  private void reportIsSealedAndWithThePlatform() throws IOException, InterruptedException {
    Path ofd = report(".ofd");
    assertTrue(Files.size(report(".pdf")) > 1000);
    String trust = town.layout().data().resolve("keys/ca.pem").toString();
    String said = kiosk(work.resolve("verifier"), "document", "verify", ofd + "", "--trust", trust);
    assertTrue(said.contains("VALID"), said);
    byte[] sealed = Files.readAllBytes(ofd);
    Awaitility.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertArrayEquals(sealed, atThePlatform(sealed.length)));
  }

  /** The roll that was just put in; by its own count, and not before somebody said so. */
  private void suppliesFromTheCommandLine() throws IOException, InterruptedException {
    Path data = town.layout().data();
    String before = kiosk(data, "supplies");
    assertTrue(before.matches("(?s)slip-paper +left not known.*"), before);
    String after = kiosk(data, "supplies", "refilled", "slip-paper", "300");
    assertTrue(after.matches("(?s)slip-paper +left 300 .*days not known.*"), after);
  }

  private String kiosk(Path data, String... words) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Tree.KIOSK.resolve("bin/kiosk").toString()));
    command.addAll(List.of(words));
    Path configuration = town.layout().work().resolve("kiosk.properties");
    command.addAll(List.of("--data", data.toString(), "--config", configuration.toString()));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), said);
    assertEquals(0, process.exitValue(), said);
    return said;
  }

  /** What a running kiosk really checks is what the doctor's words and tests are kept for. */
  private void everyCheckHasItsWords() throws IOException, InterruptedException {
    for (JsonNode finding : town.kiosk().client().get("/api/health").expect().get("findings")) {
      String name = finding.get("name").asText();
      assertTrue(DoctorChecksTest.named().contains(name), name);
    }
  }

  private Path report(String ending) throws IOException {
    try (Stream<Path> files = Files.list(town.layout().data().resolve("upkeep/reports"))) {
      return files.filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
    }
  }

  /** What the platform put together of the chunks whose signed list it accepted. */
  private byte[] atThePlatform(int bytes) throws IOException {
    Path kept = town.layout().attachments().resolve(Town.KIOSK_ID);
    if (!Files.isDirectory(kept)) {
      return new byte[0];
    }
    try (Stream<Path> files = Files.walk(kept)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.size(file) == bytes) {
          return Files.readAllBytes(file);
        }
      }
    }
    return new byte[0];
  }
}

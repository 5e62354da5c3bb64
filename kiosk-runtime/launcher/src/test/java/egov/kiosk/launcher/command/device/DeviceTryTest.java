package egov.kiosk.launcher.command.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import egov.kiosk.launcher.KioskCommand;
import egov.kiosk.launcher.LabHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code kiosk device try} against a local API that answers as the wizard's desk does. */
class DeviceTryTest {
  private static final String DEVICES =
      "{\"site\":{},\"steps\":{},\"devices\":[{\"device\":\"camera\",\"place\":\"\",\"outcome\":\"PASSED\",\"seen\":\"a"
          + " picture\"},"
          + "{\"device\":\"id-card-reader\",\"place\":\"/dev/x\",\"outcome\":\"%s\",\"seen\":\"%s\"}]}";

  @TempDir Path home;
  private final List<String> asked = new ArrayList<>();
  private String outcome = "PASSED";
  private String seen = "a card was read; nothing of it was kept";
  private HttpServer api;

  @BeforeEach
  void serve() throws Exception {
    LabHome.create(home);
    Path run = Files.createDirectories(home.resolve("data/run"));
    Path file = Files.createDirectories(home.resolve("conf")).resolve("kiosk.properties");
    Files.writeString(file, "local-api.runDirectory = ${data}/run\n");
    api = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    api.createContext("/", this::answer);
    api.start();
    Files.writeString(run.resolve("ui.port"), Integer.toString(api.getAddress().getPort()));
    Files.writeString(run.resolve("ui.token"), "screens");
    Files.writeString(run.resolve("technician.token"), "technician");
  }

  @AfterEach
  void stop() {
    api.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (path.startsWith("/api/console/")) {
      asked.add(
          path
              + " "
              + exchange.getRequestHeaders().getFirst("Authorization")
              + " "
              + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
    byte[] said = DEVICES.formatted(outcome, seen).getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, said.length);
    exchange.getResponseBody().write(said);
    exchange.close();
  }

  private String run(String... words) {
    CommandLine command = KioskCommand.commandLine();
    StringWriter out = new StringWriter();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(out));
    List<String> all = new ArrayList<>(List.of("device", "try", "--home", home.toString()));
    all.addAll(List.of(words));
    return command.execute(all.toArray(new String[0])) + " " + out;
  }

  @Test
  void cardRead_isSaid_andTheWizardsOwnTrialWasAsked() {
    assertEquals(
        "0 id-card-reader PASSED: a card was read; nothing of it was kept\n",
        run("id-card-reader", "--lang", "zh"));
    assertEquals(
        List.of(
            "/api/console/setup/test Bearer technician"
                + " {\"device\":\"id-card-reader\",\"lang\":\"zh\"}"),
        asked);
  }

  @Test
  void fault_isAnExitCode_andWhatAPersonJudgesSaysHow() {
    outcome = "FAILED";
    seen = "NO_ANSWER E11; the technician acts";
    assertTrue(run("id-card-reader").startsWith("1 id-card-reader FAILED: NO_ANSWER"));
    outcome = "OPEN";
    seen = "a test page was printed";
    String said = run("id-card-reader");
    assertTrue(said.startsWith("0 id-card-reader OPEN: a test page"), said);
    assertTrue(said.contains("kiosk provision pass id-card-reader"), said);
  }

  @Test
  void nameThatIsNone_andNoKiosk_areRefused() {
    assertTrue(run("\"}").startsWith("2 "), run("\"}"));
    api.stop(0);
    assertTrue(run("printer").startsWith("1 kiosk: no kiosk runs here"), run("printer"));
    assertEquals(List.of(), asked);
  }
}

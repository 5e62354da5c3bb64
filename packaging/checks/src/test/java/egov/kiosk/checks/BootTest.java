package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.KioskClient;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The distribution as a technician meets it: the command, its configuration, its doctor. */
@Tag("boot")
class BootTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;

  private record Ran(int code, String out) {}

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = RunningTown.start(work);
  }

  @AfterAll
  static void close() {
    town.close();
  }

  private static Ran kiosk(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Tree.KIOSK.resolve("bin/kiosk").toString()));
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(work, "kiosk", ".out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(90, TimeUnit.SECONDS), "kiosk " + command + " does not end");
    return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }

  private static Path configuration(String name, String from, String to) throws IOException {
    String text = Files.readString(work.resolve("kiosk.properties"));
    assertTrue(text.contains(from), from);
    return Files.writeString(work.resolve(name), text.replace(from, to));
  }

  @Test
  void runningKiosk_doctorFindsAllWell() throws Exception {
    Ran doctor =
        kiosk(
            "doctor",
            "--data",
            town.layout().data().toString(),
            "--config",
            work.resolve("kiosk.properties").toString());
    assertEquals(0, doctor.code(), doctor.out());
    for (String name :
        List.of(
            "id-card-reader",
            "printer",
            "camera",
            "identity",
            "outbox",
            "disk",
            "broker",
            "clock",
            "catalogue",
            "certificate")) {
      assertTrue(doctor.out().matches("(?s).*(OK|WARN) +" + name + " .*"), name + doctor.out());
    }
    assertTrue(doctor.out().contains("Asked the running kiosk."));
  }

  @Test
  void runningKiosk_outboxListIsShown() throws Exception {
    Ran list =
        kiosk(
            "outbox",
            "list",
            "--data",
            town.layout().data().toString(),
            "--config",
            work.resolve("kiosk.properties").toString());
    assertEquals(0, list.code(), list.out());
    assertTrue(list.out().contains("pending"), list.out());
  }

  @Test
  void nothingConnected_doctorSaysWhoDoesWhatAndTheDeskWouldOpen() throws Exception {
    String text =
        Files.readString(work.resolve("kiosk.properties"))
            .replaceAll("id-card-reader.port = .*", "id-card-reader.port = /dev/not-there")
            .replaceAll("printer.address = .*", "printer.address = tcp://127.0.0.1:1")
            .replaceAll("camera.device = .*", "camera.device = /dev/video-not-there")
            .replaceAll("uplink.brokerUri = .*", "uplink.brokerUri = tcp://127.0.0.1:1");
    Path configuration = Files.writeString(work.resolve("bare.properties"), text);
    Path data = work.resolve("bare-data");
    Ran doctor = kiosk("doctor", "--data", data.toString(), "--config", configuration.toString());
    assertEquals(1, doctor.code(), doctor.out());
    for (String name : List.of("id-card-reader", "printer", "camera")) {
      assertTrue(doctor.out().matches("(?s).*FAIL +" + name + " .*"), name + doctor.out());
    }
    assertTrue(doctor.out().contains("-> TECHNICIAN: "), doctor.out());
  }

  @Test
  void wrongValue_isRefusedWithFileKeyValueAndAllowed() throws Exception {
    Path bad =
        configuration("bad.properties", "id-card-reader.baud = 115200", "id-card-reader.baud = 42");
    Ran run =
        kiosk("run", "--data", work.resolve("bad-data").toString(), "--config", bad.toString());
    assertEquals(78, run.code(), run.out());
    assertTrue(run.out().contains(bad + " line "), run.out());
    assertTrue(
        run.out().contains("id-card-reader.baud = 42 is not allowed; allowed: one of"), run.out());
  }

  @Test
  void secondRuntimeOnTheSameData_isRefused() throws Exception {
    Path other = configuration("second.properties", "local-api.port = ", "local-api.port = 0");
    Process second =
        new ProcessBuilder(
                Tree.KIOSK.resolve("bin/kiosk").toString(),
                "run",
                "--data",
                town.layout().data().toString(),
                "--config",
                other.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("second.out").toFile())
            .start();
    try {
      assertTrue(second.waitFor(60, TimeUnit.SECONDS), "the second runtime runs on");
      assertTrue(second.exitValue() != 0);
      assertTrue(Files.readString(work.resolve("second.out")).contains("another"));
    } finally {
      second.destroyForcibly();
    }
    assertEquals(200, town.kiosk().client().get("/api/items").status());
  }

  /** The bundles of field work find one another, and a draft is on the disk, sealed. */
  @Test
  void runningKiosk_gridWorkerSignsInAndWrites() throws Exception {
    KioskClient client = town.kiosk().client();
    String token =
        client
            .post("/api/access/sign-in", Map.of("badge", Town.WORKER_BADGE, "pin", Town.WORKER_PIN))
            .expect()
            .get("token")
            .textValue();
    JsonNode today = client.post("/api/field/today", Map.of("token", token)).expect().get("today");
    assertEquals(Town.GRID, today.get("grid").textValue());
    client.post("/api/field/begin", Map.of("token", token, "kind", "EVENT")).expect();
    try (Stream<Path> drafts = Files.list(town.layout().data().resolve("field/draft"))) {
      assertEquals(1, drafts.count());
    }
  }

  @Test
  void help_listsTheCommands() throws Exception {
    Ran help = kiosk("--help");
    assertEquals(0, help.code());
    for (String command : List.of("run", "doctor", "outbox")) {
      assertTrue(help.out().contains(command), help.out());
    }
    assertEquals(2, kiosk("frobnicate").code());
  }
}

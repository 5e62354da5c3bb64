package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.town.TownProcess;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a technician does with devices while the kiosk is stopped, in an installation with drivers
 * of others.
 */
@Tag("boot")
class DeviceToolsTest {
  @TempDir static Path work;
  private static TownProcess reader;
  private static TownProcess printer;

  private record Ran(int code, String out) {}

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    reader = emulator("reader", "--link", work.resolve("reader").toString());
    printer = emulator("printer", "--port", "0", "--out", work.resolve("slips").toString());
    Path home = Files.createDirectories(work.resolve("home"));
    try (Stream<Path> parts = Files.list(Tree.KIOSK)) {
      for (Path part : parts.toList()) {
        Files.createSymbolicLink(home.resolve(part.getFileName()), part);
      }
    }
    badDrivers(Files.createDirectories(home.resolve("drivers")));
    String text =
        Files.readString(Tree.KIOSK.resolve("conf/kiosk.properties"))
            .replaceAll(
                "id-card-reader.port = .*", "id-card-reader.port = " + work.resolve("reader"))
            .replaceAll(
                "printer.address = .*",
                "printer.address = tcp://127.0.0.1:" + printer.ready("port"));
    Files.writeString(work.resolve("kiosk.properties"), text);
  }

  private static TownProcess emulator(String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                "egov.kiosk.emulator.Main"));
    command.addAll(List.of(arguments));
    return TownProcess.start(arguments[0], work.resolve(arguments[0] + ".log"), command)
        .awaitReady(Duration.ofSeconds(60));
  }

  /** A file that is no jar, and a bundle that needs what nobody has. */
  private static void badDrivers(Path drivers) throws IOException {
    Files.writeString(drivers.resolve("broken.jar"), "no jar at all");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Bundle-ManifestVersion", "2");
    manifest.getMainAttributes().putValue("Bundle-SymbolicName", "com.acme.unmet");
    manifest.getMainAttributes().putValue("Import-Package", "com.acme.nowhere");
    try (OutputStream file = Files.newOutputStream(drivers.resolve("unmet.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.finish();
    }
  }

  @AfterAll
  static void close() throws Exception {
    printer.close();
    reader.close();
  }

  private static Ran kiosk(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(Tree.KIOSK.resolve("bin/kiosk").toString()));
    command.addAll(List.of(arguments));
    command.addAll(List.of("--home", work.resolve("home").toString()));
    command.addAll(List.of("--data", work.resolve("data").toString()));
    command.addAll(List.of("--config", work.resolve("kiosk.properties").toString()));
    Path out = Files.createTempFile(work, "kiosk", ".out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    process.getOutputStream().close();
    assertTrue(process.waitFor(180, TimeUnit.SECONDS), "kiosk " + command + " does not end");
    return new Ran(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }

  @Test
  void driversThatDoNotStart_areNamedAndTheRestRuns() throws Exception {
    Ran list = kiosk("device", "check");
    assertEquals(0, list.code(), list.out());
    assertTrue(list.out().contains("broken.jar cannot be read"), list.out());
    assertTrue(list.out().contains("printer  "), list.out());
    String log = Files.readString(work.resolve("data/log/kiosk.log"));
    assertTrue(log.contains("driver com.acme.unmet does not start"), "one line in the log");
  }

  @Test
  void check_withoutHands_writesAReportAndLeavesOutWhatNeedsThem() throws Exception {
    Path report = work.resolve("printer.md");
    Ran check = kiosk("device", "check", "printer", "--report", report.toString());
    String text = Files.readString(report);
    assertTrue(text.startsWith("# Conformance of printer"), text);
    assertTrue(text.contains("| P91 |") && text.contains("NOT_RUN"), text);
    assertFalse(text.contains("FAILED"), text);
    assertEquals(0, check.code(), check.out());
    Ran unknown = kiosk("device", "check", "toaster");
    assertEquals(69, unknown.code(), unknown.out());
    assertTrue(unknown.out().contains("no device is called toaster"), unknown.out());
  }

  @Test
  void record_thenReplay_isTheSame_andAChangedCaptureIsNot() throws Exception {
    reader.command("place resident");
    Path capture = work.resolve("reader.txt");
    Ran record =
        kiosk("device", "record", "id-card-reader", "--to", capture.toString(), "--seconds", "3");
    assertEquals(0, record.code(), record.out());
    String text = Files.readString(capture);
    assertTrue(text.contains(" call read\n") && text.contains(" end ok\n"), text);
    // 测试用, as it is on the wire.
    assertFalse(text.contains("4B6DD58B2875"), "the name is masked");
    Ran same = kiosk("device", "replay", capture.toString());
    assertEquals(0, same.code(), same.out());
    Path other = work.resolve("other.txt");
    Files.writeString(other, text.replaceFirst(" end ok\n", " end READER_NOT_AUTHORISED\n"));
    Ran differs = kiosk("device", "replay", other.toString());
    assertEquals(1, differs.code(), differs.out());
    assertTrue(differs.out().contains("ended with READER_NOT_AUTHORISED, now ok"), differs.out());
  }
}

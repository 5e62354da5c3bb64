package egov.kiosk.upkeep.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.retention.Holding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Persons and secrets, planted in everything a bundle is made of. */
class MarkersTest {
  private static final List<String> MARKERS =
      List.of(
          "11010519491231002X",
          "110105491231002",
          "1101 0519 4912 3100 2X",
          "13912345678",
          "139-1234-5678",
          "欧阳建国",
          "𠮷野家",
          "834917",
          "6f1d2c3b4a5968778695a4b3c2d1e0ff6f1d2c3b4a5968778695a4b3c2d1e0ff",
          "MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgc2VjcmV0a2V5",
          "-----BEGIN PRIVATE KEY-----");

  @TempDir private Path directory;

  private static String planted() {
    StringBuilder text = new StringBuilder();
    MARKERS.forEach(
        marker ->
            text.append("2026-11-22T08:00:00.123Z WARN [x] citizen=")
                .append(marker)
                .append(" in 12 ms\n"));
    return text.toString();
  }

  private Map<String, String> bundle() throws IOException {
    Path settings = directory.resolve("kiosk.properties");
    StringBuilder lines = new StringBuilder("# the PIN is 834917\nflow.site = 欧阳建国的站\n");
    int number = 0;
    for (String marker : MARKERS) {
      lines.append("room").append(number++).append(".value = ").append(marker).append('\n');
      lines.append("custody.pin = ").append(marker).append('\n');
      lines.append(marker).append('\n');
    }
    lines.append("uplink.brokerUri = ssl://kiosk:geheim@broker.example:8883\n");
    lines.append("uplink.password = short\ncrypto.keyFile = ${data}/keys/kiosk.key\n");
    Files.writeString(settings, lines);
    Path logs = Files.createDirectories(directory.resolve("log"));
    Files.writeString(logs.resolve("kiosk.log"), planted());
    Files.writeString(logs.resolve("other.txt"), "never in a bundle");
    try (var packed =
        new GZIPOutputStream(Files.newOutputStream(logs.resolve("kiosk.2026-11-21.0.log.gz")))) {
      packed.write(planted().getBytes(StandardCharsets.UTF_8));
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SupportBundle(Optional.of(settings), logs)
        .write(
            out,
            Map.of("doctor.json", planted(), "queue.txt", planted(), "devices.txt", planted()));
    return read(out.toByteArray());
  }

  private static Map<String, String> read(byte[] zip) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return entries;
  }

  @Test
  void noMarkerOfAnyInput_isInTheBundle() throws IOException {
    Map<String, String> entries = bundle();
    entries.forEach(
        (name, text) -> {
          MARKERS.forEach(marker -> assertFalse(text.contains(marker), name + " holds " + marker));
          assertFalse(text.contains("geheim") || text.contains("= short"), name);
        });
  }

  @Test
  void bundle_stillSaysWhatHappened() throws IOException {
    Map<String, String> entries = bundle();
    assertEquals(
        List.of(
            "devices.txt",
            "doctor.json",
            "log/kiosk.2026-11-21.0.log",
            "log/kiosk.log",
            "queue.txt",
            "settings.txt",
            "versions.txt"),
        List.copyOf(entries.keySet()));
    assertTrue(
        entries
            .get("log/kiosk.log")
            .contains("2026-11-22T08:00:00.123Z WARN [x] citizen=<number>"));
    assertTrue(entries.get("settings.txt").contains("crypto.keyFile = ${data}/keys/kiosk.key"));
    assertTrue(entries.get("settings.txt").contains("custody.pin = <secret, set>"));
    assertTrue(entries.get("settings.txt").contains("ssl://<login>@broker.example:8883"));
  }

  /** Whatever store a kiosk gets: with a line of its own in the list, it is planted here too. */
  @Test
  void everyStoreOfTheKiosk_fullOfMarkers_leavesNothingInTheBundle() throws IOException {
    Path data = Files.createDirectories(directory.resolve("data"));
    int stores = 0;
    for (Holding holding : Holding.values()) {
      for (String pattern : holding.files()) {
        Path store = data.resolve(pattern.replace("**", "a/kiosk.log").replace("*", "x"));
        Files.createDirectories(store.getParent());
        if (!Files.exists(store)) {
          Files.writeString(store, planted());
          stores++;
        }
      }
    }
    assertTrue(stores > 40, stores + " stores");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SupportBundle(Optional.empty(), data.resolve("log")).write(out, Map.of("doctor.txt", "x"));
    Map<String, String> entries = read(out.toByteArray());
    assertEquals(List.of("doctor.txt", "versions.txt"), List.copyOf(entries.keySet()));
    MARKERS.forEach(marker -> assertFalse(entries.toString().contains(marker), marker));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01890a5d-ac96-774b-bcce-b302099a8057 queued",
        "printer answers in 1200 ms, 12345 free",
        "2026-11-22T08:00:00Z Connected"
      })
  void harmlessLine_staysAsItIs(String line) {
    assertEquals(line, Mask.line(line));
  }

  @Test
  void tool_writesForItsOwnerOnly_andNeverOverAnotherFile() throws IOException {
    Path out = directory.resolve("bundle.zip");
    StringWriter said = new StringWriter();
    SupportTool tool = new SupportTool();
    String[] words = {directory + "/none", directory + "/nolog", out.toString(), "a.txt", "text"};
    assertEquals(0, tool.run(new PrintWriter(said), new PrintWriter(said), words));
    assertEquals(
        "rw-------",
        java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(out)));
    assertEquals("text\n", read(Files.readAllBytes(out)).get("a.txt"));
    assertEquals(1, tool.run(new PrintWriter(said), new PrintWriter(said), words));
  }
}

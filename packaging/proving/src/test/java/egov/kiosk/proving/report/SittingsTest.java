package egov.kiosk.proving.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long campaign may be run in pieces without a cycle being counted twice or not at all. */
class SittingsTest {
  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void name() {
    file = directory.resolve("report.json");
  }

  private static Map<String, Object> run(String commit, String kind, long cycles, long longest) {
    Sitting sitting = new Sitting(commit, cycles, Instant.EPOCH, 2, "journal");
    Report report = new Report(sitting, Map.of());
    report.add(
        kind, Map.of("cycles", cycles, "accepted", 10 * cycles, "longestRecoveryMillis", longest));
    return report.document(Duration.ofMinutes(2), "complete");
  }

  private JsonNode found() throws IOException {
    return new ObjectMapper().readTree(file.toFile());
  }

  @Test
  void twoSittings_written_sumsByFaultAndBothRuns() throws Exception {
    Sittings.after(file).write(run("a1", "power-cut", 3, 900));
    Sittings.after(file).write(run("a1", "power-cut", 4, 700));
    Sittings third = Sittings.after(file);
    assertEquals(2, third.earlier());
    third.write(run("a1", "replay", 5, 100));
    assertEquals(12, found().path("total").path("cycles").asLong());
    assertEquals(7, found().path("kinds").path("power-cut").path("cycles").asLong());
    assertEquals(70, found().path("kinds").path("power-cut").path("accepted").asLong());
    assertEquals(
        900, found().path("kinds").path("power-cut").path("longestRecoveryMillis").asLong());
    assertEquals(3, found().path("runs").size());
    assertEquals(4, found().path("runs").get(1).path("seed").asLong());
    assertEquals(120, found().path("runs").get(1).path("seconds").asLong());
  }

  @Test
  void oneSitting_writtenAgainAndAgain_isCountedOnce() throws Exception {
    Sittings.after(file).write(run("a1", "power-cut", 3, 900));
    Sittings second = Sittings.after(file);
    second.write(run("a1", "power-cut", 1, 1));
    second.write(run("a1", "power-cut", 2, 1));
    assertEquals(5, found().path("total").path("cycles").asLong());
    assertEquals(List.of("report.json"), List.of(directory.toFile().list()));
  }

  @Test
  void alone_written_replacesWhatWasThere() throws Exception {
    Sittings.alone(file).write(run("a1", "power-cut", 3, 900));
    Sittings.alone(file).write(run("a1", "power-cut", 4, 900));
    assertEquals(4, found().path("total").path("cycles").asLong());
  }

  @Test
  void anotherCommit_inTheTable_isSaidSo() throws Exception {
    Sittings.after(file).write(run("a1", "power-cut", 3, 900));
    String table = Sittings.after(file).markdown(run("b2", "power-cut", 4, 900));
    assertTrue(table.contains("| **all** | 7 | 70 | 0 | 0 |"), table);
    assertTrue(table.contains("| 1 | a1 (another commit) | 3 |"), table);
    assertTrue(table.contains("| 2 | b2 | 4 |"), table);
    assertFalse(table.contains("b2 (another"), table);
  }

  @Test
  void reportOfOneRunAsItWasBefore_goneOnWith_isKeptAsASittingOfUnknownCommit() throws Exception {
    Files.writeString(
        file,
        "{\"seed\": 7, \"seconds\": 60, \"total\": {\"cycles\": 2},"
            + " \"kinds\": {\"replay\": {\"cycles\": 2}}}");
    Sittings file2 = Sittings.after(file);
    String table = file2.markdown(run("b2", "replay", 4, 900));
    assertTrue(table.contains("| 1 | unknown (another commit) | 7 | journal | 2 | 1.0 |"), table);
    file2.write(run("b2", "replay", 4, 900));
    assertEquals(6, found().path("total").path("cycles").asLong());
  }

  @Test
  void fileThatIsNoReport_goneOnWith_isRefusedAndUntouched() throws Exception {
    for (String text : List.of("not json", "{\"a\": 1}", "[]", "")) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      Files.write(file, bytes);
      assertThrows(IOException.class, () -> Sittings.after(file), text);
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
  }
}

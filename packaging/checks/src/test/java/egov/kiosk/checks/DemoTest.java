package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as people run it, and what its report says. */
@Tag("e2e")
class DemoTest {
  private static final long LONGEST_SECONDS = 180;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path work;

  @Test
  void once_usesTheNationalLineAndLeavesAValidSealedSlip() throws Exception {
    JsonNode report = demo();
    assertTrue(report.at("/receipt/verified").asBoolean(), report.toString());
    assertEquals("TLSv1.3", report.at("/line/protocol").asText());
    assertEquals("TLS_SM4_GCM_SM3", report.at("/line/suite").asText());
    assertEquals("VALID", report.at("/sealedSlip/verdict").asText());
    assertEquals("ALTERED", report.at("/sealedSlip/verdictWithOneBitAltered").asText());
    Path slip = Path.of(report.at("/sealedSlip/file").asText());
    assertEquals("PK", new String(Files.readAllBytes(slip), 0, 2, "US-ASCII"));
    // Its entries are stored, not deflated: whole numbers and names would be found in it.
    assertEquals(List.of(), Markers.findIn(slip, path -> false), "more than masked data");
  }

  @Test
  void plain_isStillThere() throws Exception {
    JsonNode report = demo("--plain");
    assertTrue(report.at("/receipt/verified").asBoolean(), report.toString());
    assertEquals("none", report.at("/line/suite").asText());
  }

  private JsonNode demo(String... more) throws IOException, InterruptedException {
    Path report = work.resolve("report.json");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + work,
                "-cp",
                System.getProperty("java.class.path"),
                "egov.kiosk.town.Main",
                "--kiosk",
                Tree.KIOSK.toString(),
                "--cache",
                Tree.CACHE.toString(),
                "--shim",
                Tree.SHIM.toString(),
                "--once",
                "--report",
                report.toString()));
    command.addAll(List.of(more));
    Path log = work.resolve("demo.log");
    Process demo =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      assertTrue(demo.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS), () -> said(log));
      assertEquals(0, demo.exitValue(), () -> said(log));
    } finally {
      demo.destroy();
    }
    return new ObjectMapper().readTree(report.toFile());
  }

  private static String said(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}

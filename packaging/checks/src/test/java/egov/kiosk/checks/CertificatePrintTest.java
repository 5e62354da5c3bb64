package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A licence printed while the citizen waits: asked over the real line, answered by the platform's
 * books, on the paper of an office printer, once, and on no disk of the kiosk.
 */
@Tag("e2e")
class CertificatePrintTest {
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path work;

  private static Town town;

  @BeforeAll
  static void open() throws IOException, InterruptedException {
    town = RunningTown.start(work.resolve("town"), Town.KioskChanges.with(Extra.PAGE_PRINTER));
  }

  @AfterAll
  static void close() {
    if (town != null) {
      town.close();
    }
  }

  private CitizenPlayer citizen;

  @AfterEach
  void leave() throws IOException, InterruptedException {
    citizen.act("continue", Map.of());
    citizen.takeCardAndLeave();
  }

  private JsonNode asked(String licence) throws IOException, InterruptedException {
    town.face("same-02.jpg");
    RunningTown.awaitOffered(town, "LICENCE-PRINT");
    citizen = new CitizenPlayer(town);
    citizen.choose("LICENCE-PRINT");
    citizen.answerConsent(true);
    citizen.placeCard("resident");
    citizen.answerConsent(true);
    citizen.lookAtCamera();
    assertEquals("form", citizen.page(), citizen.view().toString());
    citizen.act("form", Map.of("values", Map.of("licence", licence)));
    citizen.act("submit", Map.of());
    assertEquals("result", citizen.page(), citizen.view().toString());
    return citizen.view().get("result");
  }

  private static List<Path> papers() throws IOException {
    try (Stream<Path> files = Files.walk(work.resolve("town/papers/office/spool"))) {
      return files.filter(file -> file.toString().endsWith(".pdf")).toList();
    }
  }

  private static List<Path> holding(Path root, String text) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(file -> read(file).contains(text)).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      // Files of a running kiosk come and go.
      return "";
    }
  }

  @Test
  void licence_fromCardAndFaceToPaper_onceAndNowhereElse() throws Exception {
    JsonNode result = asked("DRIVING");
    assertEquals("HERE", result.get("certificate").asText());
    String number = result.at("/rows/0/value").asText();
    assertTrue(number.matches("350100-[0-9]{12}"), result.toString());
    assertEquals(0, town.papers().printer().printed(), "nothing by itself");
    citizen.act("print-copy", Map.of());
    citizen.await(
        view -> view.at("/result/copy/state").asText().equals("PRINTED"), "the paper to come out");
    citizen.act("print-copy", Map.of());
    assertEquals(1, town.papers().printer().printed());
    List<Path> papers = papers();
    assertEquals(1, papers.size(), papers.toString());
    assertTrue(read(papers.get(0)).startsWith("%PDF-1.4"));
    Path data = work.resolve("town/kiosk-data");
    assertEquals(List.of(), holding(data, "%PDF-"));
    assertEquals(List.of(), holding(data, number));
    assertEquals(List.of(), holding(work.resolve("town/logs"), number));
    assertFalse(town.platform().command("stats").contains("accepted=1"), "nothing is handed in");
  }

  @Test
  void licenceNobodyHas_saidAndNothingPrinted() throws Exception {
    long before = town.papers().printer().printed();
    JsonNode result = asked("DISABILITY");
    assertEquals("NONE", result.get("certificate").asText());
    assertFalse(result.hasNonNull("copy"), result.toString());
    assertEquals(before, town.papers().printer().printed());
  }
}

package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.CitizenPlayer;
import egov.kiosk.town.Town;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A runtime that keeps ending on its own, as a program fault would have it. */
@Tag("e2e")
class WatchTest {
  private static final String ITEM = "SENIOR-CARD";

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path work;

  /**
   * Nothing starts this machine again, so safe mode is next: nobody new is served, what was handed
   * in before still reaches the platform, and the platform can end it.
   */
  @Test
  void processThatEndsTwice_safeModeThatStillSendsAndEndsByOrder() throws Exception {
    Town.KioskChanges impatient =
        new Town.KioskChanges(Map.of(), Map.of("watch.processes", "2"), Set.of());
    try (Town town = RunningTown.start(work, impatient)) {
      town.cable().cut();
      CitizenPlayer citizen = new CitizenPlayer(town);
      citizen.choose(ITEM);
      citizen.answerConsent(true);
      citizen.placeCard("resident");
      citizen.fillForm();
      citizen.act("submit", Map.of());
      assertEquals("accepted", citizen.page());
      town.reader().command("lift");
      awaitStarts(town, 1);
      town.powerCycleKiosk();
      awaitStarts(town, 2);
      town.powerCycleKiosk();
      Awaitility.await()
          .atMost(Duration.ofSeconds(90))
          .untilAsserted(() -> assertTrue(closures(town).contains("SAFE_MODE"), closures(town)));
      for (JsonNode item : town.kiosk().client().get("/api/items").expect().get("items")) {
        assertEquals("OUT_OF_SERVICE", item.path("why").asText(), item.path("code").asText());
      }
      town.cable().mend();
      Books.awaitQueueEmpty(town);
      town.platform().command("order command " + Town.KIOSK_ID + " leave-safe-mode");
      Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> closures(town).equals("[]"));
    }
  }

  /** Killed before it noted its start, a process never ran. */
  private static void awaitStarts(Town town, int starts) {
    Path book = town.layout().data().resolve("watch/book");
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Files.exists(book)
                    && Files.readAllLines(book).stream()
                            .filter(line -> line.startsWith("STARTED "))
                            .count()
                        == starts);
  }

  private static String closures(Town town) throws IOException, InterruptedException {
    return town.kiosk().client().get("/api/kiosk").expect().path("closures").toString();
  }
}

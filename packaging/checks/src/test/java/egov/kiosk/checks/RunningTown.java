package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import egov.kiosk.town.Town;
import egov.kiosk.town.TownLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Starts a town for a test class. */
final class RunningTown {
  private RunningTown() {}

  static Town start(Path work) throws IOException, InterruptedException {
    return start(work, Town.KioskChanges.NONE);
  }

  static Town start(Path work, Town.KioskChanges changes) throws IOException, InterruptedException {
    assertTrue(
        Files.isDirectory(Tree.CACHE.resolve("faces")) && Files.exists(Tree.SHIM),
        "demonstration faces or the camera shim are missing; run packaging/test, which makes them");
    return Town.start(
        new TownLayout(Tree.KIOSK, Tree.CACHE, Tree.SHIM, work), 0, changes, System.err::println);
  }

  /** Waits until an item can be begun: line and devices take a moment after a start or a print. */
  static void awaitOffered(Town town, String code) {
    Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> isOffered(town, code));
  }

  private static boolean isOffered(Town town, String code)
      throws IOException, InterruptedException {
    for (JsonNode item : town.kiosk().client().get("/api/items").expect().get("items")) {
      if (item.get("code").asText().equals(code)) {
        return item.get("available").asBoolean();
      }
    }
    return false;
  }
}

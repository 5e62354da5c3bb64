package egov.kiosk.checks;

import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.town.Town;
import egov.kiosk.town.TownLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}

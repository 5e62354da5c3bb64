package egov.kiosk.upkeep.look;

import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A browser alone shows nothing: what the session puts it on has to start, too. */
class CompositorLookTest {
  @TempDir private Path directory;

  @Test
  void cageWithoutXwayland_isFound_unlessTheSessionHasAnotherWay() throws Exception {
    Lab lab = new Lab(directory);
    program(lab, "cage");
    Finding finding = lab.look("browser");
    assertEquals(Level.FAIL, finding.level());
    assertEquals("install xwayland", finding.advice());
    Path xinit = program(lab, "xinit");
    assertEquals(Level.OK, lab.look("browser").level());
    Files.delete(xinit);
    program(lab, "Xwayland");
    assertEquals(Level.OK, lab.look("browser").level());
  }

  private static Path program(Lab lab, String name) throws Exception {
    Path file = lab.put("usr/bin/" + name, "");
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}

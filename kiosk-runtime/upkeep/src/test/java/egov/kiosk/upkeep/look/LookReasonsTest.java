package egov.kiosk.upkeep.look;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.upkeep.Supplies.Supply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that differ from the usual one for a reason, and what a look makes of them. */
class LookReasonsTest {
  @TempDir private Path directory;

  @Test
  void laboratory_isWarnedWhereProductionFails() throws Exception {
    Lab lab = new Lab(directory);
    lab.settings.put("upkeep.profile", "laboratory");
    lab.user = "root";
    assertEquals(Level.WARN, lab.look("runtime-user").level());
  }

  @Test
  void supplies_thatLastOrAreNotKnown_areSaidAsTheyAre() throws Exception {
    Lab lab = new Lab(directory);
    lab.supplies.add(Lab.paper(300, 240, 20, 12));
    lab.supplies.add(
        new Supply(
            "toner",
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            Optional.empty()));
    Finding found = lab.look("consumables");
    assertEquals(Level.OK, found.level());
    assertEquals("slip-paper 240 left, 20.0 a day, about 12 days; toner not known", found.what());
  }

  @Test
  void platformOnThisMachine_needsNoNetwork() throws Exception {
    Lab lab = new Lab(directory);
    lab.settings.put("uplink.brokerUri", "tcp://127.0.0.1:1883");
    lab.addresses = List.of();
    assertEquals(Level.OK, lab.look("network-v4").level());
    assertEquals(Level.OK, lab.look("names-v6").level());
  }

  @Test
  void namedPort_mayListen() throws Exception {
    Lab lab = new Lab(directory);
    lab.put("proc/self/net/tcp", "sl\n 0: 00000000:0016 00000000:0000 0A 0\n");
    lab.settings.put("upkeep.openPorts", "22");
    assertEquals(Level.OK, lab.look("open-ports").level());
  }

  @Test
  void missingLibrary_isNamedWithWhatDoesNotWork() throws Exception {
    Lab lab = new Lab(directory);
    lab.arguments.add("-DjSerialComm.library.path=/opt/kiosk/native/none");
    assertEquals(
        "no native library of jSerialComm, for serial lines", lab.look("native-parts").what());
  }

  @Test
  void startedBySomebodyElse_librariesComeOutOfTheBundles() throws Exception {
    Lab lab = new Lab(directory);
    lab.arguments.clear();
    lab.arguments.add("-Djava.library.path=/usr/lib/jni");
    assertEquals(Level.OK, lab.look("native-parts").level());
  }

  @Test
  void missingSystemFile_isAFinding_notAFailure() throws Exception {
    Lab lab = new Lab(directory);
    Files.delete(lab.root.resolve("proc/meminfo"));
    assertNotEquals(Level.OK, lab.look("memory").level());
  }
}

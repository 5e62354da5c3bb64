package egov.kiosk.conformance;

import egov.kiosk.cabinet.CabinetProfile;
import egov.kiosk.cabinet.CabinetSettings;
import egov.kiosk.cabinet.RelayCabinet;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our cabinet passes the kit, against its emulator in another process. */
@Timeout(300)
class CabinetExamTest {
  @TempDir private Path folder;

  @Test
  void cabinet_onASerialLine_conforms() throws Exception {
    Path line = folder.resolve("cabinet");
    CabinetSettings settings =
        new CabinetSettings(
            new LinkAddress.Serial(line.toString(), 9_600),
            1,
            Duration.ofMillis(100),
            Duration.ofMillis(200),
            new CabinetProfile(0, 1, 2, 3, Set.of(), Map.of(Lamp.CARD, 0, Lamp.HELP, 5), Map.of()));
    try (EmulatorProcess emulator = EmulatorProcess.start("cabinet", "--link", line.toString());
        RelayCabinet cabinet = new RelayCabinet(settings, InstantSource.system())) {
      Verdicts.conforms(Exams.cabinet(), cabinet, Hands.cabinet(emulator));
    }
  }
}

package egov.kiosk.conformance;

import egov.kiosk.cabinet.RelayCabinet;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.InstantSource;
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
    try (EmulatorProcess emulator = EmulatorProcess.start("cabinet", "--link", line.toString());
        RelayCabinet cabinet =
            new RelayCabinet(Drivers.cabinet(line.toString()), InstantSource.system())) {
      Verdicts.conforms(Exams.cabinet(), cabinet, Hands.cabinet(emulator));
    }
  }
}

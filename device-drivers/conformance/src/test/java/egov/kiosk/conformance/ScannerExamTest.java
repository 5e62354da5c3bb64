package egov.kiosk.conformance;

import egov.kiosk.codescanner.SerialCodeScanner;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our code scanner passes the kit, against its emulator in another process. */
@Timeout(300)
class ScannerExamTest {
  @TempDir private Path folder;

  @Test
  void codeScanner_onASerialLine_conforms() throws Exception {
    Path line = folder.resolve("scanner");
    try (EmulatorProcess emulator = EmulatorProcess.start("scanner", "--link", line.toString());
        SerialCodeScanner scanner =
            new SerialCodeScanner(
                Drivers.scanner(line.toString(), Duration.ofSeconds(2)), InstantSource.system())) {
      Verdicts.conforms(Exams.codeScanner(), scanner, Hands.scanner(emulator));
    }
  }
}

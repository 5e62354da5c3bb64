package egov.kiosk.conformance;

import egov.kiosk.codescanner.CodeScannerSettings;
import egov.kiosk.codescanner.SerialCodeScanner;
import egov.kiosk.codescanner.code.Alphabet;
import egov.kiosk.codescanner.code.CodeRule;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.stream.Collectors;
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
    CodeRule rule = new CodeRule(16, 512, Alphabet.ALPHANUMERIC);
    CodeScannerSettings settings =
        new CodeScannerSettings(
            new LinkAddress.Serial(line.toString(), 9_600),
            true,
            Arrays.stream(CodeKind.values()).collect(Collectors.toMap(kind -> kind, kind -> rule)),
            Duration.ofSeconds(2));
    try (EmulatorProcess emulator = EmulatorProcess.start("scanner", "--link", line.toString());
        SerialCodeScanner scanner = new SerialCodeScanner(settings, InstantSource.system())) {
      Verdicts.conforms(Exams.codeScanner(), scanner, Hands.scanner(emulator));
    }
  }
}

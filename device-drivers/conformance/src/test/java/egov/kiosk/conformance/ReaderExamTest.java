package egov.kiosk.conformance;

import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.link.testing.EmulatorProcess;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our reader of identity cards passes the kit, against its emulator in another process. */
@Timeout(300)
class ReaderExamTest {
  @TempDir private Path folder;

  @Test
  void idCardReader_onASerialLine_conforms() throws Exception {
    Path line = folder.resolve("reader");
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", line.toString());
        SdtIdCardReader reader =
            new SdtIdCardReader(
                ReaderSettings.of(line.toString(), 115_200), InstantSource.system())) {
      Verdicts.conforms(Exams.idCardReader(), reader, Hands.at(emulator, Hands.reader()));
    }
  }
}

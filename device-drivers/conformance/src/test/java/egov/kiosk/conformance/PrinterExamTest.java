package egov.kiosk.conformance;

import egov.kiosk.link.testing.EmulatorProcess;
import egov.kiosk.printer.EscPosPrinter;
import egov.kiosk.printer.PrinterSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Our receipt printer passes the kit, against its emulator in another process. */
@Timeout(300)
class PrinterExamTest {
  @TempDir private Path folder;

  @Test
  void printer_onTcp_conforms() throws Exception {
    try (EmulatorProcess emulator =
        EmulatorProcess.start("printer", "--port", "0", "--out", folder.toString())) {
      String address = "tcp://127.0.0.1:" + emulator.ready("port");
      try (EscPosPrinter printer =
          new EscPosPrinter(PrinterSettings.of(address), InstantSource.system())) {
        Verdicts.conforms(Exams.printer(), printer, Hands.at(emulator, Hands.printer()));
      }
    }
  }
}

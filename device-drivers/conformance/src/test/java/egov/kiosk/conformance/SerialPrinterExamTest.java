package egov.kiosk.conformance;

import egov.kiosk.link.testing.EmulatorProcess;
import egov.kiosk.printer.EscPosPrinter;
import egov.kiosk.printer.PrinterSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The same on a serial line, where its cable can be pulled, too. */
@Timeout(300)
class SerialPrinterExamTest {
  @TempDir private Path folder;

  @Test
  void printer_onASerialLine_conforms() throws Exception {
    Path line = folder.resolve("printer");
    try (EmulatorProcess emulator =
            EmulatorProcess.start(
                "printer", "--pty", line.toString(), "--out", folder.resolve("out").toString());
        EscPosPrinter printer =
            new EscPosPrinter(
                PrinterSettings.of("serial:" + line + "@115200"), InstantSource.system())) {
      Verdicts.conforms(Exams.printer(), printer, Hands.at(emulator, Hands.pluggedPrinter()));
    }
  }
}

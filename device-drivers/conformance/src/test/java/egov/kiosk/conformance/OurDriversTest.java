package egov.kiosk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.link.testing.EmulatorProcess;
import egov.kiosk.printer.EscPosPrinter;
import egov.kiosk.printer.PrinterSettings;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The drivers of this house pass the kit, each against its emulator in another process. */
@Timeout(180)
class OurDriversTest {
  private static final int FEWEST_CHECKS = 25;

  @TempDir private Path folder;

  @Test
  void idCardReader_onASerialLine_conforms() throws Exception {
    Path line = folder.resolve("reader");
    try (EmulatorProcess emulator = EmulatorProcess.start("reader", "--link", line.toString());
        SdtIdCardReader reader =
            new SdtIdCardReader(
                ReaderSettings.of(line.toString(), 115_200), InstantSource.system())) {
      Exam<?> exam = Exams.idCardReader();
      assertTrue(exam.size() >= FEWEST_CHECKS);
      conforms(Exams.idCardReader().run(reader, Hands.at(emulator, Hands.reader()), this::tell));
    }
  }

  @Test
  void printer_onTcp_conforms() throws Exception {
    try (EmulatorProcess emulator =
        EmulatorProcess.start("printer", "--port", "0", "--out", folder.toString())) {
      String address = "tcp://127.0.0.1:" + emulator.ready("port");
      try (EscPosPrinter printer =
          new EscPosPrinter(PrinterSettings.of(address), InstantSource.system())) {
        assertTrue(Exams.printer().size() >= FEWEST_CHECKS);
        conforms(Exams.printer().run(printer, Hands.at(emulator, Hands.printer()), this::tell));
      }
    }
  }

  private void tell(Result result) {
    if (result.verdict() != Result.Verdict.PASSED) {
      System.out.println(result.id() + " " + result.verdict() + ": " + result.remark());
    }
  }

  private static void conforms(List<Result> results) {
    List<Result> failed =
        results.stream().filter(result -> result.verdict() == Result.Verdict.FAILED).toList();
    assertEquals(List.of(), failed);
    long passed =
        results.stream().filter(result -> result.verdict() == Result.Verdict.PASSED).count();
    assertTrue(passed >= FEWEST_CHECKS, "only " + passed + " checks were made");
  }
}

package egov.kiosk.pageprinter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.conformance.Exams;
import egov.kiosk.conformance.Gesture;
import egov.kiosk.conformance.Result;
import egov.kiosk.conformance.Result.Verdict;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.pageprinter.ipp.IppAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The driver passes the kit, with CUPS' ippeveprinter. */
@Timeout(300)
class PagePrinterExamTest {
  @TempDir private Path folder;
  private boolean troubled;
  private boolean off;

  @Test
  void pagePrinter_onIpp_conforms() throws Exception {
    try (IppeveProcess device = IppeveProcess.start(folder);
        IppPagePrinter printer =
            new IppPagePrinter(
                new PagePrinterSettings(
                    IppAddress.parse(device.address("127.0.0.1")),
                    HotPlugSettings.USUAL,
                    Duration.ofSeconds(3)),
                Instant::now)) {
      conforms(Exams.pagePrinter().run(printer, gesture -> make(device, gesture), result -> {}));
    }
  }

  private boolean make(IppeveProcess device, Gesture gesture)
      throws IOException, InterruptedException {
    switch (gesture) {
      case TAKE_PAPER_OUT -> trouble(device, "+media-empty");
      case OPEN_COVER -> trouble(device, "+cover-open");
      case PUT_PAPER_IN -> healed(device, "-media-empty");
      case CLOSE_COVER -> healed(device, "-cover-open");
      case UNPLUG -> {
        device.printerOff();
        off = true;
      }
      case PLUG_IN -> {
        if (off) {
          device.printerOn();
        }
        off = false;
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** This printer learns of its troubles from the print command of its next job. */
  private void trouble(IppeveProcess device, String what) throws IOException {
    troubled = true;
    device.hold(true);
    device.say("STATE: " + what);
  }

  private void healed(IppeveProcess device, String what) throws IOException {
    if (troubled) {
      device.say("STATE: " + what);
      device.hold(false);
    }
    troubled = false;
  }

  private static void conforms(List<Result> results) {
    for (Result result : results) {
      if (result.verdict() != Verdict.PASSED) {
        System.out.println(result.id() + " " + result.verdict() + ": " + result.remark());
      }
    }
    assertEquals(
        List.of(), results.stream().filter(one -> one.verdict() == Verdict.FAILED).toList());
    assertTrue(results.stream().filter(one -> one.verdict() == Verdict.PASSED).count() >= 25);
  }
}

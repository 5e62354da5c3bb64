package egov.kiosk.socialcardreader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.conformance.Exams;
import egov.kiosk.conformance.Gesture;
import egov.kiosk.conformance.Result;
import egov.kiosk.conformance.Result.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The driver passes the kit, at the real pcscd with its virtual reader. */
@Timeout(300)
class SocialCardExamTest {
  private int unplugged;

  @Test
  void socialCardReader_onPcsc_conforms() throws Exception {
    try (PcscBench bench = new PcscBench()) {
      bench.clear();
      conforms(
          Exams.socialCardReader()
              .run(bench.reader, gesture -> make(bench, gesture), result -> {}));
    }
  }

  private boolean make(PcscBench bench, Gesture gesture) {
    switch (gesture) {
      case INSERT_SOCIAL_CARD -> bench.drawer.order("place v2");
      case INSERT_ANOTHER_SOCIAL_CARD -> another(bench, "rare-name");
      case INSERT_FOREIGN_CARD -> another(bench, "bank");
      case TAKE_CARD_OUT -> bench.clear();
      case UNPLUG -> {
        // Each restart of pcscd costs one file descriptor: Java offers no SCardReleaseContext.
        // Counting them over many restarts would count this stand-in for a cable, not the driver.
        if (++unplugged > 2) {
          return false;
        }
        plug(bench, false);
      }
      case PLUG_IN -> plug(bench, true);
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void another(PcscBench bench, String card) {
    bench.clear();
    bench.place(card);
  }

  /** Debian's pcscd learns of readers that are not on USB at its start only. */
  private static void plug(PcscBench bench, boolean in) {
    bench.pcscd.kill();
    if (in) {
      bench.pcscd.plugReader();
    } else {
      bench.pcscd.unplugReader();
    }
    bench.pcscd.start();
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

package egov.kiosk.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.device.Device;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;

/** What the tests of this house's own drivers demand of an examination. */
final class Verdicts {
  private static final int FEWEST_CHECKS = 25;

  private Verdicts() {}

  /** Runs an examination and demands that at least 25 checks were made and none failed. */
  static <D extends Device> void conforms(Exam<D> exam, D device, Hand hand)
      throws InterruptedException {
    // A technician examines a device that was started a while ago; here it was this moment.
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> device.status().state().usable());
    List<Result> results = exam.run(device, hand, Verdicts::tell);
    List<Result> failed =
        results.stream().filter(result -> result.verdict() == Result.Verdict.FAILED).toList();
    assertEquals(List.of(), failed);
    long passed =
        results.stream().filter(result -> result.verdict() == Result.Verdict.PASSED).count();
    assertTrue(passed >= FEWEST_CHECKS, "only " + passed + " checks were made");
  }

  private static void tell(Result result) {
    if (result.verdict() != Result.Verdict.PASSED) {
      System.out.println(result.id() + " " + result.verdict() + ": " + result.remark());
    }
  }
}

package egov.kiosk.camera;

import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.opencv.core.Mat;

/**
 * Looks at the light twice a second, and believes what it sees when it sees it twice: somebody who
 * walks past is no fault. Used by the capture thread alone.
 */
final class SceneWatch {
  private static final long PAUSE = Duration.ofMillis(500).toNanos();

  private final SceneJudge judge = new SceneJudge();
  private final LongSupplier nanos;
  private long next;
  private Optional<FaultCode> before = Optional.empty();
  private Optional<FaultCode> believed = Optional.empty();

  SceneWatch(LongSupplier nanos) {
    this.nanos = nanos;
    this.next = nanos.getAsLong();
  }

  /** What is wrong with the light, if anything. */
  Optional<FaultCode> look(Mat picture) {
    long now = nanos.getAsLong();
    if (now - next >= 0) {
      next = now + PAUSE;
      Optional<FaultCode> seen = judge.judge(picture);
      if (seen.equals(before)) {
        believed = seen;
      }
      before = seen;
    }
    return believed;
  }
}

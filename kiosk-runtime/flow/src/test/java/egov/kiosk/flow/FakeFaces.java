package egov.kiosk.flow;

import egov.kiosk.domain.citizen.FaceDemand;
import egov.kiosk.domain.citizen.FaceHint;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceStage;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceVerifier;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.Portrait;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.domain.citizen.ScreenLight;
import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A camera and a verifier whose verdict the test decides on. */
final class FakeFaces implements Camera, FaceVerifier {
  final AtomicInteger open = new AtomicInteger();
  final AtomicInteger opens = new AtomicInteger();
  volatile double score = 0.71;
  volatile Liveness liveness = Liveness.NOT_CHECKED;
  volatile FaceUnavailableException.Reason unavailable;
  volatile FaceHint hint;
  volatile boolean cameraLost;
  volatile boolean exchanged;
  volatile CountDownLatch holdOn;
  volatile int comparisons;
  volatile FaceDemand demand;
  volatile ScreenLight light;

  @Override
  public String name() {
    return "camera";
  }

  @Override
  public DeviceStatus status() {
    return exchanged
        ? new DeviceStatus(
            DeviceState.POTENTIAL_FRAUD, Set.of(FaultCode.NOT_THE_ACCEPTED_DEVICE), Instant.EPOCH)
        : new DeviceStatus(DeviceState.ONLINE, Set.of(), Instant.EPOCH);
  }

  @Override
  public Stream open() throws DeviceException {
    if (cameraLost) {
      throw new DeviceException(FaultCode.CAMERA_LOST, name(), "as the test wants");
    }
    open.incrementAndGet();
    opens.incrementAndGet();
    return new Stream() {
      @Override
      public Optional<byte[]> preview() {
        return Optional.of(new byte[] {1, 2, 3});
      }

      @Override
      public Optional<Frame> next(Duration timeout) {
        return Optional.empty();
      }

      @Override
      public void close() {
        open.decrementAndGet();
      }
    };
  }

  @Override
  public FaceMatch compare(
      Portrait portrait, FrameSource frames, FaceDemand asked, Duration timeout, FaceStage stage)
      throws FaceUnavailableException, InterruptedException {
    demand = asked;
    if (light != null) {
      stage.light(light);
    }
    return compare(portrait, frames, timeout, stage::hint);
  }

  @Override
  public FaceMatch compare(
      Portrait portrait, FrameSource frames, Duration timeout, Consumer<FaceHint> hints)
      throws FaceUnavailableException, InterruptedException {
    comparisons++;
    if (hint != null) {
      hints.accept(hint);
    }
    if (holdOn != null) {
      holdOn.await();
    }
    if (unavailable != null) {
      throw new FaceUnavailableException(unavailable, "as the test wants");
    }
    FaceOutcome outcome =
        score >= 0.42 ? FaceOutcome.PASS : score >= 0.3 ? FaceOutcome.REVIEW : FaceOutcome.FAIL;
    return new FaceMatch(outcome, ScoreBand.of(score, 0.42), liveness, "test-pack", 3);
  }
}

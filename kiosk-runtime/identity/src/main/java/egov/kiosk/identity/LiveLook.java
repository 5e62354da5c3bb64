package egov.kiosk.identity;

import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.FaceUnavailableException;
import egov.kiosk.domain.citizen.FaceUnavailableException.Reason;
import egov.kiosk.domain.citizen.Frame;
import egov.kiosk.domain.citizen.FrameSource;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.citizen.ScoreBand;
import egov.kiosk.identity.vision.Embedding;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * One look at the person before the camera: frame after frame until one matches or time is up; the
 * best usable frame counts. Used once, by one thread.
 */
final class LiveLook {
  private static final Duration FRAME_WAIT = Duration.ofMillis(500);

  private final Function<Frame, FrameView> reader;
  private final IdentitySettings settings;
  private final LongSupplier nanoTime;
  private int seen;
  private int compared;
  private double best = -1;

  /**
   * @param reader looks at one frame
   * @param nanoTime a clock that never jumps, e.g. {@link System#nanoTime()}
   */
  LiveLook(Function<Frame, FrameView> reader, IdentitySettings settings, LongSupplier nanoTime) {
    this.reader = reader;
    this.settings = settings;
    this.nanoTime = nanoTime;
  }

  FaceMatch look(
      Embedding portrait, FrameSource frames, Duration timeout, Hints hints, String packId)
      throws FaceUnavailableException, InterruptedException {
    long end = nanoTime.getAsLong() + timeout.toNanos();
    boolean open = true;
    while (open && best < settings.threshold() && nanoTime.getAsLong() < end) {
      open = lookOnce(portrait, frames, Duration.ofNanos(end - nanoTime.getAsLong()), hints);
      if (Thread.interrupted()) {
        throw new InterruptedException("the look was ended");
      }
    }
    return verdict(packId);
  }

  /** Waits for one frame; false when the source is closed, and asking again would only spin. */
  private boolean lookOnce(Embedding portrait, FrameSource frames, Duration left, Hints hints) {
    Duration wait = left.compareTo(FRAME_WAIT) < 0 ? left : FRAME_WAIT;
    long asked = nanoTime.getAsLong();
    Optional<Frame> frame = frames.next(wait);
    frame.ifPresent(present -> compare(portrait, present, hints));
    // Empty before its time is the one way a source has to say that nothing will come.
    return frame.isPresent() || nanoTime.getAsLong() - asked >= wait.toNanos() / 2;
  }

  private void compare(Embedding portrait, Frame frame, Hints hints) {
    try (frame;
        FrameView view = reader.apply(frame)) {
      seen++;
      hints.tell(view.hint());
      if (view.face().isPresent()) {
        compared++;
        best = Math.max(best, portrait.cosine(view.face().get()));
      }
    }
  }

  private FaceMatch verdict(String packId) throws FaceUnavailableException {
    if (seen == 0) {
      throw new FaceUnavailableException(Reason.NO_CAMERA, "the camera gave no frame");
    }
    if (compared == 0) {
      throw new FaceUnavailableException(Reason.NO_LIVE_FACE, "no frame showed one usable face");
    }
    ScoreBand band = ScoreBand.of(best, settings.threshold());
    return new FaceMatch(outcome(), band, Liveness.NOT_CHECKED, packId, compared);
  }

  private FaceOutcome outcome() {
    if (best >= settings.threshold()) {
      return FaceOutcome.PASS;
    }
    return best >= settings.reviewThreshold() ? FaceOutcome.REVIEW : FaceOutcome.FAIL;
  }
}

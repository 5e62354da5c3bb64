package egov.kiosk.domain.citizen;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Compares the portrait on a card with the person before the camera (人证核验), on the device. Frames
 * and templates stay in RAM and are wiped before the call returns. One comparison at a time.
 */
public interface FaceVerifier {
  /**
   * Looks at live frames until one matches, or time is up.
   *
   * @param portrait the card's photo block
   * @param frames where live frames come from
   * @param timeout how long to look at most
   * @param hints told, from the calling thread, what would help; at most a few times a second
   * @return the verdict over the best frame
   * @throws FaceUnavailableException when no comparison could be made
   * @throws InterruptedException when the calling thread was interrupted: the session ended
   */
  FaceMatch compare(
      Portrait portrait, FrameSource frames, Duration timeout, Consumer<FaceHint> hints)
      throws FaceUnavailableException, InterruptedException;

  /**
   * The same for an item that may ask for more than likeness.
   *
   * @param demand what has to be established; never {@link FaceDemand#STAFF}
   * @param stage where citizens see hints, lights and challenges; told from the calling thread
   * @return the verdict; one that did not find a living person is never PASS
   * @throws FaceUnavailableException with {@link FaceUnavailableException.Reason#NO_LIVENESS} when
   *     more is asked for than this verifier can tell
   */
  default FaceMatch compare(
      Portrait portrait, FrameSource frames, FaceDemand demand, Duration timeout, FaceStage stage)
      throws FaceUnavailableException, InterruptedException {
    if (demand != FaceDemand.LIKENESS) {
      throw new FaceUnavailableException(
          FaceUnavailableException.Reason.NO_LIVENESS,
          "the installed comparison cannot tell a living person");
    }
    return compare(portrait, frames, timeout, stage::hint);
  }
}

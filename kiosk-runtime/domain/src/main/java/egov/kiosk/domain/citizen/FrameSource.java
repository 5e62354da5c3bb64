package egov.kiosk.domain.citizen;

import java.time.Duration;
import java.util.Optional;

/** Where live frames come from while a face is compared; a camera, seen from the identity room. */
public interface FrameSource {
  /**
   * Waits for the next frame, newer than the last one handed out.
   *
   * @return the frame, owned (and to be closed) by the caller, or empty when none came in time or
   *     the camera is gone
   */
  Optional<Frame> next(Duration timeout);
}

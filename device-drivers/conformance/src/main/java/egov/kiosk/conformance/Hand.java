package egov.kiosk.conformance;

import java.io.IOException;
import java.util.Optional;

/** Whoever makes gestures at a device: a technician who is asked, or an emulator that is told. */
public interface Hand {
  /**
   * Makes a gesture; returns when it is made.
   *
   * @return false when this hand cannot make it; the check that needs it is then not run
   */
  boolean make(Gesture gesture) throws IOException, InterruptedException;

  /**
   * Looks at the device.
   *
   * @return whether it is so; empty when this hand has no eyes for it, and the check is not run
   */
  default Optional<Boolean> sees(Sight sight) throws IOException, InterruptedException {
    return Optional.empty();
  }
}

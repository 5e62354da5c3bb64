package egov.kiosk.identity.liveness;

import java.util.Objects;
import java.util.Optional;

/**
 * What an infrared camera saw at the time of a visible picture.
 *
 * @param lit whether its lamp lights anything that can be made out; in the dark, and with something
 *     on the lens, nothing can be told
 * @param face the nearest face in it, if there is one; valid only while a signal looks
 */
public record InfraredView(boolean lit, Optional<Observation> face) {
  public InfraredView {
    Objects.requireNonNull(face, "face");
  }
}

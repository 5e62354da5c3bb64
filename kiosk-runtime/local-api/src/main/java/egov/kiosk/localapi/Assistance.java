package egov.kiosk.localapi;

import egov.kiosk.domain.assist.Handwriting;
import egov.kiosk.domain.assist.Voice;
import java.util.Optional;

/** Help for people who cannot read the screen or type; any of it may be missing at any time. */
public interface Assistance {
  /** Reads texts out. */
  default Optional<Voice> voice() {
    return Optional.empty();
  }

  /** Reads handwriting. */
  default Optional<Handwriting> handwriting() {
    return Optional.empty();
  }
}

package egov.kiosk.flow.surroundings;

import egov.kiosk.domain.device.PageOutline;
import java.util.Optional;

/** What a camera that is on shows of this moment. */
public interface Lens {
  /** The picture as a JPEG, if there is one. */
  Optional<byte[]> preview();

  /** Where a paper lies in it. */
  default Optional<PageOutline> outline() {
    return Optional.empty();
  }
}

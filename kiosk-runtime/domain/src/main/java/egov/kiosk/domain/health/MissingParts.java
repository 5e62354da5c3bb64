package egov.kiosk.domain.health;

import java.util.List;
import java.util.Optional;

/** What of the kiosk was configured and could not be made. Safe for use by several threads. */
public interface MissingParts {
  /**
   * Their names, in order; an empty list when everything that was configured is there. Without a
   * list nobody could look, and nobody knows.
   */
  Optional<List<String>> missing();
}

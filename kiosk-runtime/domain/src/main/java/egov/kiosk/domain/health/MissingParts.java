package egov.kiosk.domain.health;

import java.util.List;

/** What of the kiosk was configured and could not be made. Safe for use by several threads. */
public interface MissingParts {
  /** Their names, in order; empty when everything that was configured is there. */
  List<String> missing();
}

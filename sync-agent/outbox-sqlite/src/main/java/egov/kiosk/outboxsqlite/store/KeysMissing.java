package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.rest.RestException;
import java.sql.SQLException;

/** The data keys cannot be had: rows can neither be sealed nor opened. */
public final class KeysMissing extends SQLException {
  private static final long serialVersionUID = 1L;

  KeysMissing(RestException cause) {
    super("the data keys cannot be had: " + cause.getMessage(), cause);
  }
}

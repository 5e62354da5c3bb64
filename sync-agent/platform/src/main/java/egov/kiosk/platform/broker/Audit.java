package egov.kiosk.platform.broker;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each refusal, on the logger {@code egov.kiosk.platform.audit}. Says who and what
 * kind of act; never a topic, a payload or any other text the refused client chose.
 */
public final class Audit {
  /** The logger's name. */
  public static final String LOGGER = "egov.kiosk.platform.audit";

  private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

  private Audit() {}

  /** Notes a refused act of a client. */
  static void refused(String user, String act) {
    LOG.warn("refused kiosk={} act={}", name(user), act);
  }

  private static String name(String user) {
    if (user == null) {
      return "(nobody)";
    }
    return Access.isKiosk(user) || user.equals(Access.PLATFORM) ? user : "(unreadable)";
  }
}

package egov.kiosk.platform.broker;

import egov.kiosk.contract.Topics;

/**
 * Who may do what: a kiosk sends below its own {@code up/} and {@code state/}, and listens below
 * its own {@code down/} and {@code desired/}; the platform listens to what comes up and sends what
 * goes down. Everything else is refused.
 */
public final class Access {
  /** The receiver's user name and client id; no kiosk can be called so. */
  public static final String PLATFORM = "platform";

  private static final String SHARED = "$share/";

  private Access() {}

  /** Whether a name is a kiosk's. */
  public static boolean isKiosk(String user) {
    return user != null && Topics.isKioskId(user) && !user.equals(PLATFORM);
  }

  static boolean maySend(String user, String topic) {
    if (PLATFORM.equals(user)) {
      return topic.matches("egov/1/[a-z0-9-]{1,32}/(down|desired)/[^+#]+");
    }
    return isKiosk(user)
        && (below(user, "up", topic) || below(user, "state", topic))
        && !topic.contains("+")
        && !topic.contains("#");
  }

  static boolean mayListen(String user, String filter) {
    if (PLATFORM.equals(user)) {
      return Topics.PLATFORM_SUBSCRIPTION.endsWith("/" + filter) && filter.startsWith("egov/1/")
          || filter.matches("egov/1/\\+/(up|state)/[^+]*");
    }
    return isKiosk(user) && (below(user, "down", filter) || below(user, "desired", filter));
  }

  /** Only here may something be kept by the broker, or be a will. */
  static boolean mayKeep(String user, String topic) {
    return PLATFORM.equals(user)
        ? topic.matches("egov/1/[a-z0-9-]{1,32}/desired/.+")
        : isKiosk(user) && below(user, "state", topic);
  }

  /**
   * Whether a filter uses something kiosks have no use for. The broker itself would delete another
   * client's shared queue when it refuses a shared subscription, so these never reach it.
   */
  static boolean isOutlandish(String filter) {
    return filter.startsWith("$") || filter.contains("::");
  }

  static boolean isShared(String filter) {
    return filter.startsWith(SHARED);
  }

  private static boolean below(String kioskId, String branch, String topic) {
    String prefix = "egov/1/" + kioskId + "/" + branch + "/";
    return topic.startsWith(prefix) && topic.length() > prefix.length();
  }
}

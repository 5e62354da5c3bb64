package egov.kiosk.flow.desk;

import egov.kiosk.domain.transaction.OfflineClass;

/**
 * A service item in the list.
 *
 * @param why null when it can be started now, else the reason it cannot
 */
public record ItemView(
    String code,
    String name,
    String nameEnglish,
    String summary,
    OfflineClass offlineClass,
    boolean available,
    Reason why) {
  /** Why an item cannot be started now. */
  public enum Reason {
    NETWORK_DOWN,
    NO_READER,
    NO_CAMERA,
    NO_PAPER,
    QUEUE_FULL,
    /** The kiosk is out of public service by order. */
    OUT_OF_SERVICE
  }
}

package egov.kiosk.link;

import java.time.Duration;

/** Opens a link again and again to the same, configured place. Safe for use by several threads. */
@FunctionalInterface
public interface LinkOpener {
  /**
   * Opens a new link.
   *
   * @param timeout how long opening may take
   * @throws LinkException {@link LinkFault#NOT_THERE} or {@link LinkFault#CANNOT_OPEN}
   * @throws InterruptedException when the thread was interrupted meanwhile
   */
  Link open(Duration timeout) throws LinkException, InterruptedException;

  /**
   * The same, so that what goes over its links can be recorded while a device's thread uses them.
   */
  static LinkOpener recordable(LinkOpener opener) {
    return timeout -> TappedLink.open(opener, timeout);
  }
}

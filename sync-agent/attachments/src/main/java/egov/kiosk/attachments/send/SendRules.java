package egov.kiosk.attachments.send;

import java.util.Objects;

/**
 * When and how fast chunks may go.
 *
 * @param window chunks on their way at once while nothing else waits, 1 to 3: the line takes four
 *     things in all, and one place stays for those that are not chunks
 * @param bytesPerSecond the most on a free line; 0 for no limit
 * @param whenMetered what to do while the line costs money
 * @param meteredBytesPerSecond the most meanwhile, if {@link WhenMetered#CAPPED}; more than 0
 * @param largeBytes attachments of this size and more keep to the hours
 * @param hours when large ones may go
 */
public record SendRules(
    int window,
    long bytesPerSecond,
    WhenMetered whenMetered,
    long meteredBytesPerSecond,
    long largeBytes,
    QuietHours hours) {
  public SendRules {
    Objects.requireNonNull(whenMetered, "whenMetered");
    Objects.requireNonNull(hours, "hours");
    if (window < 1 || window > 3 || bytesPerSecond < 0 || meteredBytesPerSecond < 1) {
      throw new IllegalArgumentException("a window is 1 to 3, a cap 0 or more, a metered one more");
    }
  }

  /** The cap that is in force; 0 for none. */
  long cap(boolean metered) {
    return metered ? meteredBytesPerSecond : bytesPerSecond;
  }
}

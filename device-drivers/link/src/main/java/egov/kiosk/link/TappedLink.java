package egov.kiosk.link;

import egov.kiosk.link.capture.Moment;
import egov.kiosk.link.capture.Tap;
import java.time.Duration;
import java.util.Objects;

/** A link that can be listened to. */
final class TappedLink implements Link {
  private final Link link;
  private final Tap tap;

  private TappedLink(Link link, Tap tap) {
    this.link = Objects.requireNonNull(link, "link");
    this.tap = Objects.requireNonNull(tap, "tap");
  }

  /** Opens a link; on a device's own thread it can be recorded. */
  static Link open(LinkOpener opener, Duration timeout) throws LinkException, InterruptedException {
    Tap tap = DeviceThread.tapOfThisThread().orElse(null);
    if (tap == null) {
      return opener.open(timeout);
    }
    try {
      Link open = opener.open(timeout);
      tap.happened(Moment.Kind.OPEN, "");
      return new TappedLink(open, tap);
    } catch (LinkException e) {
      tap.happened(Moment.Kind.ABSENT, "");
      throw e;
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length, Duration timeout)
      throws LinkException, InterruptedException {
    try {
      int count = link.read(buffer, offset, length, timeout);
      tap.received(buffer, offset, count);
      return count;
    } catch (LinkException e) {
      throw lost(e);
    }
  }

  @Override
  public void write(byte[] bytes, Duration timeout) throws LinkException, InterruptedException {
    tap.sent(bytes);
    try {
      link.write(bytes, timeout);
    } catch (LinkException e) {
      throw lost(e);
    }
  }

  private LinkException lost(LinkException e) {
    tap.happened(Moment.Kind.LOST, "");
    return e;
  }

  @Override
  public void close() {
    link.close();
  }
}

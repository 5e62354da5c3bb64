package egov.kiosk.link;

import egov.kiosk.link.capture.Tap;

/** A device's thread. The threads are the register of the lines: what is alive is there. */
final class LineThread extends Thread {
  private final Tap tap;

  LineThread(Tap tap, Runnable work) {
    super(work, "device-" + tap.device());
    this.tap = tap;
  }

  /** Where the lines this thread opens can be listened to. */
  Tap tap() {
    return tap;
  }
}

package egov.kiosk.proving.stand;

import java.time.Duration;

/** Waits until a kiosk is what it has to be by itself, each time for so long at most. */
final class Quiet {
  private static final long POLL_MILLIS = 10;
  private static final long REPAIR_MILLIS = 100;

  /** Within this time a damaged queue is back in service. */
  private static final Duration REOPEN = Duration.ofSeconds(10);

  private final KioskProcess kiosk;

  Quiet(KioskProcess kiosk) {
    this.kiosk = kiosk;
  }

  /** Whether it takes business now, or again within the time that is promised. */
  boolean inService() throws InterruptedException {
    long end = System.nanoTime() + REOPEN.toNanos();
    boolean accepting = accepting();
    while (!accepting && System.nanoTime() - end < 0) {
      Thread.sleep(POLL_MILLIS);
      accepting = accepting();
    }
    return accepting;
  }

  private boolean accepting() throws InterruptedException {
    return kiosk.state().map(KioskState::accepting).orElse(false);
  }

  /** Waits until everything is settled. */
  void drain(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (pending() > 0 && System.nanoTime() - end < 0) {
      Thread.sleep(POLL_MILLIS);
    }
  }

  private long pending() throws InterruptedException {
    return kiosk.state().map(KioskState::pending).orElse(1L);
  }

  /**
   * A full look at the file. What is damaged where only a full look finds it the queue finds beside
   * its work, and puts right within the time that is promised for that.
   */
  Soundness verified() throws InterruptedException {
    long end = System.nanoTime() + REOPEN.toNanos();
    Soundness file = kiosk.verify();
    while (!file.sound() && System.nanoTime() - end < 0) {
      Thread.sleep(REPAIR_MILLIS);
      drain(REOPEN);
      file = kiosk.verify();
    }
    return file;
  }
}

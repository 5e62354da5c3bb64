package egov.kiosk.telemetry;

import java.time.Duration;

/** Something that is done again and again; when it fails it is tried again soon. For one thread. */
final class Rhythm {
  private static final long RETRY = Duration.ofSeconds(5).toNanos();

  private long due;

  /** Due at first after a while, so that kiosks started together do not stay in step. */
  Rhythm(long now, long firstPause) {
    due = now + firstPause;
  }

  boolean due(long now) {
    return due - now <= 0;
  }

  /** It was done. */
  void done(long now, Duration pause) {
    due = now + pause.toNanos();
  }

  /** It was tried in vain. */
  void failed(long now) {
    due = now + RETRY;
  }
}

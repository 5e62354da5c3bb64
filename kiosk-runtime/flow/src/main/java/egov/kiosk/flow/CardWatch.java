package egov.kiosk.flow;

import java.time.Duration;

/** What is known of a card that may lie on the reader after the session. */
final class CardWatch {
  private final Duration since;
  private Duration askedAt;
  private boolean answered = true;
  private boolean warned;

  CardWatch(Duration since) {
    this.since = since;
  }

  /** How long it has been waited for. */
  Duration lasted(Duration now) {
    return now.minus(since);
  }

  void asked(Duration now) {
    askedAt = now;
  }

  /** Whether the reader has not been asked within this time. */
  boolean silentFor(Duration pause, Duration now) {
    return askedAt == null || now.minus(askedAt).compareTo(pause) >= 0;
  }

  /** Whether the reader could tell when it was asked last. */
  boolean answered() {
    return answered;
  }

  void answered(boolean could) {
    answered = could;
  }

  /** True the first time only. */
  boolean warnOnce() {
    boolean first = !warned;
    warned = true;
    return first;
  }
}

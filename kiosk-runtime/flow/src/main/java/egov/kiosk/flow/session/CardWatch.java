package egov.kiosk.flow.session;

import java.time.Duration;

/** What is known of a card that may lie on the reader after the session. */
public final class CardWatch {
  private final Duration since;
  private Duration askedAt;
  private boolean answered = true;
  private boolean warned;

  /** Begins at this moment of the ticker. */
  public CardWatch(Duration since) {
    this.since = since;
  }

  /** How long it has been waited for. */
  public Duration lasted(Duration now) {
    return now.minus(since);
  }

  /** The reader was asked. */
  public void asked(Duration now) {
    askedAt = now;
  }

  /** Whether the reader has not been asked within this time. */
  public boolean silentFor(Duration pause, Duration now) {
    return askedAt == null || now.minus(askedAt).compareTo(pause) >= 0;
  }

  /** Whether the reader could tell when it was asked last. */
  public boolean answered() {
    return answered;
  }

  /** Whether it could tell. */
  public void answered(boolean could) {
    answered = could;
  }

  /** True the first time only. */
  public boolean warnOnce() {
    boolean first = !warned;
    warned = true;
    return first;
  }
}

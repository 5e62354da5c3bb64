package egov.kiosk.flow.step;

import egov.kiosk.domain.trace.Ended;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.Ports;
import egov.kiosk.flow.surroundings.Ticker;
import java.time.Duration;

/**
 * Tells how long each page of a session stood and each piece of its work took, and never what was
 * on it. Pages are told under the desk's lock, work from any thread. A session that was wiped has
 * no name any more and leaves no trail.
 */
public final class Trail {
  private final Ports ports;
  private final Ticker ticker;
  private Duration entered = Duration.ZERO;

  public Trail(Ports ports, Ticker ticker) {
    this.ports = ports;
    this.ticker = ticker;
  }

  /** A page is shown from now on. */
  void entered() {
    entered = ticker.elapsed();
  }

  /** It is left for another. */
  void left(Session session, SessionState next) {
    TransactionId id = session.acceptance().transactionId();
    over(id, Room.DESK, session.state(), ticker.elapsed().minus(entered), next);
  }

  /** Work is over that began this long ago; for no id nothing is told. */
  void over(TransactionId id, Room room, Enum<?> work, Duration lasted, Enum<?> outcome) {
    if (id != null) {
      ports.spans().over(id, room, work, lasted, outcome);
    }
  }

  /** What is timed. */
  interface Piece<T, E extends Exception> {
    T make() throws E;
  }

  /** Does it and tells how long it took, and whether it came to its end. */
  <T, E extends Exception> T timed(TransactionId id, Room room, Work work, Piece<T, E> piece)
      throws E {
    Duration began = ticker.elapsed();
    Ended outcome = Ended.FAILED;
    try {
      T made = piece.make();
      outcome = Ended.DONE;
      return made;
    } finally {
      over(id, room, work, ticker.elapsed().minus(began), outcome);
    }
  }
}

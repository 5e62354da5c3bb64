package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.outboxsqlite.store.Tally;
import java.time.Duration;

/** The doctor's question whether the queue keeps what it is given. Takes no time. */
public final class QueueCheck implements HealthCheck {
  private final SqliteOutbox outbox;

  public QueueCheck(SqliteOutbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public Finding check(Duration timeout) {
    QueueState state = outbox.state();
    Tally tally = state.tally();
    String numbers =
        tally.pending()
            + " waiting, "
            + tally.delivered()
            + " delivered, "
            + tally.deadLetter()
            + " dead letters";
    if (state.closed()) {
      return act(Level.FAIL, "The queue is closed.", "Start the runtime.");
    }
    if (state.suspect()) {
      return act(
          Level.FAIL,
          "The queue file is damaged; " + numbers + ".",
          "Restart the runtime: it sets the file aside and salvages what is in it.");
    }
    if (!state.room().enoughInQuota(tally)) {
      return act(
          Level.FAIL,
          "The queue has reached its quota; " + numbers + ".",
          "Bring the connection to the platform back, or raise quotaMiB.");
    }
    if (state.incidents()) {
      return act(
          Level.WARN,
          "Something happened to the queue that is not dealt with; " + numbers + ".",
          "Read incidents.txt in the queue's directory, then move it away.");
    }
    if (tally.deadLetter() > 0) {
      return act(
          Level.WARN,
          "Messages were given up; " + numbers + ".",
          "Look at them with: kiosk outbox list.");
    }
    return Finding.ok(name(), numbers + ".");
  }

  private Finding act(Level level, String what, String advice) {
    return new Finding(name(), level, what, Actor.TECHNICIAN, advice);
  }
}

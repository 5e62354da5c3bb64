package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.Fill;
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
          "The runtime sets the file aside and salvages what is in it; if this stays, check the disk.");
    }
    Fill fill = state.room().fill(tally);
    if (fill.level() == Fill.Level.CLOSED) {
      return act(
          Level.FAIL,
          "The queue is " + percent(fill) + " % full and takes no new business; " + numbers + ".",
          "Bring the connection to the platform back, or raise quotaMiB.");
    }
    if (fill.level() == Fill.Level.ALARM) {
      return act(
          Level.WARN,
          "The queue is "
              + percent(fill)
              + " % full, from 95 % it takes no new business; "
              + numbers
              + ".",
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

  private static long percent(Fill fill) {
    return Math.round(100.0 * fill.usedBytes() / fill.capacityBytes());
  }

  private Finding act(Level level, String what, String advice) {
    return new Finding(name(), level, what, Actor.TECHNICIAN, advice);
  }
}

package egov.kiosk.outboxsqlite.component;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.AppendListener;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.DiskCheck;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.QueueCheck;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import egov.kiosk.outboxsqlite.Surroundings;
import egov.kiosk.outboxsqlite.directory.Untold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue of the moment, or the reason why there is none. */
final class OpenOutbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenOutbox.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Surroundings surroundings;
  private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();
  private final Recovery recovery = new Recovery(this::recover, LOOK);
  private volatile OutboxSettings settings;
  private volatile SqliteOutbox outbox;
  private OutboxException refused;
  private boolean closed;

  OpenOutbox(OutboxSettings settings, Surroundings surroundings) {
    this.settings = settings;
    this.surroundings = surroundings;
    open();
    recovery.start();
  }

  /** Takes new settings. Callers wait until the queue is open again. */
  synchronized void settings(OutboxSettings changed) {
    if (!changed.equals(settings)) {
      settings = changed;
      shut();
      open();
    }
  }

  private void open() {
    String before = refused == null ? "" : refused.getMessage();
    refused = null;
    try {
      SqliteOutbox opened = SqliteOutbox.open(settings, surroundings);
      opened.listen(this::ring);
      opened.onTrouble(recovery::call);
      outbox = opened;
    } catch (OutboxException e) {
      // Doctors ask again and again; the log hears of each problem once.
      if (!e.getMessage().equals(before)) {
        LOG.error("outbox: nothing can be accepted: {}", e.getMessage());
      }
      refused = e;
    }
  }

  /** Opens the queue when it is not open, and opens it again when it is in trouble. */
  private synchronized boolean recover() {
    if (closed || (outbox != null && !outbox.inTrouble())) {
      return false;
    }
    if (outbox != null) {
      try {
        outbox.rescue();
      } catch (OutboxException e) {
        LOG.error("outbox: the queue stays as it is until this goes: {}", e.getMessage());
        return true;
      }
      shut();
    }
    open();
    if (outbox != null) {
      LOG.info("outbox: the queue is back in service");
      ring(0);
    }
    return true;
  }

  /** The queue. */
  synchronized SqliteOutbox get() throws OutboxException {
    if (outbox != null) {
      return outbox;
    }
    if (closed) {
      throw new OutboxException(Reason.CLOSED, "the queue is closed");
    }
    throw new OutboxException(
        refused.reason(), "the queue could not be opened: " + refused.getMessage(), refused);
  }

  boolean accepting() {
    SqliteOutbox now = outbox;
    return now != null && now.accepting();
  }

  Fill fill() {
    SqliteOutbox now = outbox;
    return now == null ? new Fill(0, settings.quotaBytes()) : now.fill();
  }

  Optional<Untold> untold() {
    return Optional.ofNullable(outbox).map(SqliteOutbox::untold);
  }

  synchronized Finding queueFinding(Duration timeout) {
    return outbox == null ? unopened() : new QueueCheck(outbox).check(timeout);
  }

  OptionalLong freeBytes() {
    SqliteOutbox now = outbox;
    return now == null ? OptionalLong.empty() : OptionalLong.of(now.freeBytes());
  }

  synchronized Finding diskFinding(Duration timeout) {
    return outbox == null
        ? new Finding(
            "disk",
            Level.WARN,
            "Not looked at: the queue is not open.",
            Actor.TECHNICIAN,
            "See the finding about the outbox.")
        : new DiskCheck(outbox).check(timeout);
  }

  /** Tries again before it answers: the technician may have put things right. */
  private Finding unopened() {
    if (!closed) {
      open();
    }
    if (outbox != null) {
      return new QueueCheck(outbox).check(Duration.ZERO);
    }
    String why = closed ? "CLOSED" : refused.getMessage();
    return new Finding(
        "outbox",
        Level.FAIL,
        "The queue is not open: " + why,
        Actor.TECHNICIAN,
        "Put right what is said; the queue is opened again by itself.");
  }

  void listen(AppendListener listener) {
    listeners.add(listener);
  }

  void forget(AppendListener listener) {
    listeners.remove(listener);
  }

  private void ring(long sequence) {
    listeners.forEach(listener -> listener.appended(sequence));
  }

  private void shut() {
    SqliteOutbox open = outbox;
    outbox = null;
    if (open != null) {
      open.close();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      shut();
    }
    recovery.close();
  }
}

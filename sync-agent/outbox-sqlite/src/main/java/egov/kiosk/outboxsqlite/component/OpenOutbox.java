package egov.kiosk.outboxsqlite.component;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.outbox.AppendListener;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.DiskCheck;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.QueueCheck;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue of the moment, or the reason why there is none. */
final class OpenOutbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenOutbox.class);

  private final InstantSource clock;
  private final Supplier<Optional<String>> kioskId;
  private final List<AppendListener> listeners = new CopyOnWriteArrayList<>();
  private OutboxSettings settings;
  private SqliteOutbox outbox;
  private OutboxException refused;
  private boolean closed;

  OpenOutbox(OutboxSettings settings, InstantSource clock, Supplier<Optional<String>> kioskId) {
    this.settings = settings;
    this.clock = clock;
    this.kioskId = kioskId;
    open();
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
      outbox = SqliteOutbox.open(settings, clock, kioskId);
      outbox.listen(this::ring);
    } catch (OutboxException e) {
      // Doctors ask again and again; the log hears of each problem once.
      if (!e.getMessage().equals(before)) {
        LOG.error("outbox: nothing can be accepted: {}", e.getMessage());
      }
      refused = e;
    }
  }

  /** The queue. */
  synchronized SqliteOutbox get() throws OutboxException {
    if (outbox != null) {
      return outbox;
    }
    if (closed) {
      throw new OutboxException(Reason.CLOSED, "the queue is closed");
    }
    throw new OutboxException(refused.reason(), "the queue could not be opened", refused);
  }

  synchronized boolean accepting() {
    return outbox != null && outbox.accepting();
  }

  synchronized Finding queueFinding(Duration timeout) {
    return outbox == null ? unopened() : new QueueCheck(outbox).check(timeout);
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
        "Put right what is said; the next check opens the queue.");
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
    if (outbox != null) {
      outbox.close();
      outbox = null;
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    shut();
  }
}

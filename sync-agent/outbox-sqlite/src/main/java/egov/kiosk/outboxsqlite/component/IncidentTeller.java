package egov.kiosk.outboxsqlite.component;

import egov.kiosk.domain.outbox.IncidentListener;
import egov.kiosk.outboxsqlite.directory.Untold;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the listeners what happened to the queue, on the thread {@code outbox-incidents}. An
 * incident is forgotten once one of them has taken it; until then it is offered again and again.
 */
final class IncidentTeller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IncidentTeller.class);
  private static final long STOP_MILLIS = 5000;

  private final Supplier<Optional<Untold>> untold;
  private final Duration pause;
  private final List<IncidentListener> listeners = new CopyOnWriteArrayList<>();
  private final Semaphore bell = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "outbox-incidents");
  private volatile boolean closed;
  private boolean complained;

  /**
   * @param pause how often to look for new ones, and to try again
   */
  IncidentTeller(Supplier<Optional<Untold>> untold, Duration pause) {
    this.untold = untold;
    this.pause = pause;
    thread.setDaemon(true);
    thread.start();
  }

  void listen(IncidentListener listener) {
    listeners.add(listener);
    bell.release();
  }

  void forget(IncidentListener listener) {
    listeners.remove(listener);
  }

  private void run() {
    try {
      while (!closed) {
        tellAll();
        bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tellAll() {
    Optional<Untold> notes = untold.get();
    while (!closed && !listeners.isEmpty() && notes.isPresent()) {
      Optional<Untold.Incident> incident = notes.get().next();
      if (incident.isEmpty() || !tell(incident.get())) {
        return;
      }
      try {
        notes.get().told(incident.get());
      } catch (IOException e) {
        LOG.warn("outbox: an incident that was told cannot be crossed out; check the disk", e);
        return;
      }
    }
  }

  private boolean tell(Untold.Incident incident) {
    for (IncidentListener listener : listeners) {
      try {
        listener.happened(incident.at(), incident.missing());
        complained = false;
        return true;
      } catch (RuntimeException e) {
        if (!complained) {
          LOG.warn("outbox: an incident could not be passed on; it will be tried again", e);
          complained = true;
        }
      }
    }
    return false;
  }

  @Override
  public void close() {
    closed = true;
    bell.release();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

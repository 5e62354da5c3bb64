package egov.kiosk.cabinet;

import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.CabinetListener;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what was sensed last and tells listeners what changed, one after the other. */
final class Watch {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  private final List<CabinetListener> listeners = new CopyOnWriteArrayList<>();

  /** What was the case when the sensors were lost, so that only what changed is told again. */
  private Sensed lastKnown = Sensed.NOTHING;

  private volatile Sensed now = Sensed.NOTHING;
  private boolean blind;

  Sensed now() {
    return now;
  }

  /** Has a listener told, and tells it what is the case already. */
  synchronized void add(CabinetListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener"));
    for (CabinetEvent event : now.since(Sensed.NOTHING)) {
      tell(listener, event);
    }
    if (blind) {
      tell(listener, CabinetEvent.SENSES_LOST);
    }
  }

  synchronized void remove(CabinetListener listener) {
    listeners.remove(listener);
  }

  synchronized void sensed(Sensed fresh) {
    if (blind) {
      blind = false;
      tell(CabinetEvent.SENSES_BACK);
    }
    List<CabinetEvent> events = fresh.since(lastKnown);
    lastKnown = fresh;
    now = fresh;
    events.forEach(this::tell);
  }

  /** The board went away; told once. */
  synchronized void lost() {
    now = Sensed.NOTHING;
    if (!blind) {
      blind = true;
      tell(CabinetEvent.SENSES_LOST);
    }
  }

  private void tell(CabinetEvent event) {
    switch (event) {
      case DOOR_OPENED, MAINS_LOST, BATTERY_LOW, SENSES_LOST ->
          LOG.warn("{}: {}", RelayCabinet.NAME, event);
      case PERSON_CAME, PERSON_LEFT -> LOG.debug("{}: {}", RelayCabinet.NAME, event);
      default -> LOG.info("{}: {}", RelayCabinet.NAME, event);
    }
    listeners.forEach(listener -> tell(listener, event));
  }

  private static void tell(CabinetListener listener, CabinetEvent event) {
    try {
      listener.happened(event);
    } catch (RuntimeException e) {
      LOG.error("{}: a listener failed at {}, a bug", RelayCabinet.NAME, event, e);
    }
  }
}

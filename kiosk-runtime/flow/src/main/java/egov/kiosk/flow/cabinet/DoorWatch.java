package egov.kiosk.flow.cabinet;

import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.CabinetListener;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Nobody's data is in a kiosk that stands open: when the cabinet's door opens, the session ends the
 * way citizens end it themselves, and one that is begun at an open door ends at once. What was
 * handed in already stays handed in; handing in that is under way is waited for.
 */
public final class DoorWatch implements CabinetListener, DeskListener {
  private static final Logger LOG = LoggerFactory.getLogger(DoorWatch.class);

  private final CitizenDesk desk;
  private final Executor thread;
  private final Runnable closed;
  private volatile boolean open;

  /**
   * @param thread where sessions are ended, one after the other; ending may wait for the disk
   * @param closed what else happens when the door was closed again, on that thread
   */
  public DoorWatch(CitizenDesk desk, Executor thread, Runnable closed) {
    this.desk = Objects.requireNonNull(desk, "desk");
    this.thread = Objects.requireNonNull(thread, "thread");
    this.closed = Objects.requireNonNull(closed, "closed");
  }

  @Override
  public void happened(CabinetEvent event) {
    if (event == CabinetEvent.DOOR_OPENED) {
      open = true;
      thread.execute(this::end);
    } else if (event == CabinetEvent.DOOR_CLOSED) {
      open = false;
      thread.execute(closed);
    }
  }

  @Override
  public void sessionChanged(Optional<SessionView> view) {
    if (open && view.isPresent()) {
      thread.execute(this::end);
    }
  }

  @Override
  public void kioskChanged(KioskView view) {
    // Nothing of the machine matters here.
  }

  private void end() {
    Optional<SessionView> session = desk.current();
    if (session.isEmpty()) {
      return;
    }
    try {
      desk.act(session.get().id(), new Action.End());
      LOG.warn("The cabinet was opened while a citizen was there: wiped; find out who opened it");
    } catch (DeskException e) {
      // It ended meanwhile, or nothing of the citizen is left and only the card is waited for.
      LOG.debug("the session at the open door had ended already");
    }
  }
}

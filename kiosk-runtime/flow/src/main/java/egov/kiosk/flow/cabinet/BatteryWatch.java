package egov.kiosk.flow.cabinet;

import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.CabinetListener;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.CitizenDesk;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskListener;
import egov.kiosk.flow.desk.KioskView;
import egov.kiosk.flow.desk.SessionView;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends in order before the battery does: when it is nearly empty, whoever is there has a little
 * time to hand in, then the session is wiped; when nobody is (any more), the runtime stops. No new
 * session begins meanwhile: the desk itself refuses on a low battery. When the mains comes back in
 * time, or the battery is charged again, nothing has happened; and a battery that is nearly empty
 * while the mains is there, as after a long cut, is being charged and stops nobody.
 */
public final class BatteryWatch implements CabinetListener, DeskListener {
  private static final Logger LOG = LoggerFactory.getLogger(BatteryWatch.class);

  private final CitizenDesk desk;
  private final Later thread;
  private final Times times;
  private final Runnable stop;
  private final Supplier<Optional<Boolean>> onBattery;
  private boolean empty;
  private boolean contact;
  private boolean low;
  private int turn;
  private boolean stopping;

  /** Where things are done later, one after the other. */
  public interface Later {
    void after(Duration wait, Runnable task);
  }

  /**
   * How long who has.
   *
   * @param citizen to finish
   * @param screen to say why nobody is served, before the kiosk goes off
   */
  public record Times(Duration citizen, Duration screen) {}

  /**
   * @param onBattery whether the battery carries the kiosk; empty when no sensor tells
   * @param stop stops the runtime, and the machine if its supervisor is told so; called once
   */
  public BatteryWatch(
      CitizenDesk desk,
      Later thread,
      Times times,
      Supplier<Optional<Boolean>> onBattery,
      Runnable stop) {
    this.desk = Objects.requireNonNull(desk, "desk");
    this.thread = Objects.requireNonNull(thread, "thread");
    this.times = Objects.requireNonNull(times, "times");
    this.onBattery = Objects.requireNonNull(onBattery, "onBattery");
    this.stop = Objects.requireNonNull(stop, "stop");
  }

  @Override
  public synchronized void happened(CabinetEvent event) {
    switch (event) {
      case BATTERY_LOW -> {
        contact = true;
        empty = true;
      }
      case BATTERY_CHARGED -> {
        contact = false;
        // Without the mains nothing charges it: the contact chatters, as the load changes.
        empty = empty && onBattery.get().orElse(false);
      }
      case MAINS_LOST, MAINS_BACK -> empty = contact;
      default -> {
        return;
      }
    }
    boolean now = empty && event != CabinetEvent.MAINS_BACK && !charging();
    if (now && !low) {
      low = true;
      int mine = ++turn;
      LOG.warn("the battery is nearly empty: nobody new is served, then the kiosk stops");
      thread.after(times.screen(), () -> stopIfFree(mine));
      thread.after(times.citizen(), () -> endSession(mine));
    } else if (!now && low) {
      low = false;
      turn++;
      LOG.info("the mains is back, or the battery charged: citizens are served again");
    } else if (empty && !now) {
      LOG.info("the battery is nearly empty and being charged: nothing stops");
    }
  }

  /** Whether the mains is known to be there. */
  private boolean charging() {
    return onBattery.get().map(battery -> !battery).orElse(false);
  }

  @Override
  public synchronized void sessionChanged(Optional<SessionView> view) {
    if (low && view.isEmpty()) {
      int mine = turn;
      thread.after(times.screen(), () -> stopIfFree(mine));
    }
  }

  @Override
  public void kioskChanged(KioskView view) {
    // Nothing of the machine matters here.
  }

  private synchronized boolean still(int mine) {
    return low && turn == mine && !stopping && !charging();
  }

  private void endSession(int mine) {
    Optional<SessionView> session = still(mine) ? desk.current() : Optional.empty();
    if (session.isPresent()) {
      try {
        desk.act(session.get().id(), new Action.End());
      } catch (DeskException e) {
        LOG.debug("the session at the empty battery had ended already");
      }
    }
    // A card that is left lying there does not keep the machine on.
    thread.after(times.screen(), () -> stop(mine));
  }

  private void stopIfFree(int mine) {
    if (still(mine) && desk.current().isEmpty()) {
      stop(mine);
    }
  }

  private void stop(int mine) {
    synchronized (this) {
      if (!still(mine)) {
        return;
      }
      stopping = true;
    }
    LOG.warn("stopping in order: the battery is nearly empty");
    stop.run();
  }
}

package egov.kiosk.watch;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.health.LifeSign;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Something that is watched.
 *
 * @param name for the log; no two have the same
 * @param vital whether citizens or accepted transactions wait for it
 * @param ill whether it fails now; never waits
 * @param patience how long it may fail before anything is done
 * @param restart starts the part again that it is of
 */
record Ward(String name, boolean vital, BooleanSupplier ill, Duration patience, Restart restart) {
  private static final Duration DEVICE_PATIENCE = Duration.ofMinutes(10);

  /** Starts a part again. */
  interface Restart {
    /** Whether it was done within the time. */
    boolean within(Duration timeout);
  }

  /** A thread nobody can do without; its own patience is in what it calls alive. */
  static Ward of(LifeSign sign, Restart restart) {
    return new Ward("thread " + sign.name(), true, () -> !sign.alive(), Duration.ZERO, restart);
  }

  /**
   * A device whose driver has given up: its own reset ladder has been through by then. One that was
   * unplugged or switched off is no case for this, it is found again by itself.
   */
  static Ward of(Device device, Restart restart) {
    return new Ward(
        "device " + device.name(),
        false,
        () -> device.status().state() == DeviceState.HARDWARE_ERROR,
        DEVICE_PATIENCE,
        restart);
  }
}

package egov.kiosk.cabinet;

import egov.kiosk.domain.device.Lamp;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How the coils are to be. Callers say so at any time; the device's thread makes it so at its next
 * look, and again on a board that was away.
 */
final class Wanted {
  private final CabinetProfile profile;
  private final Set<Lamp> lit = EnumSet.noneOf(Lamp.class);
  private final Set<String> withoutPower = new HashSet<>();
  private long version = 1;
  private long done;

  Wanted(CabinetProfile profile) {
    this.profile = profile;
  }

  synchronized void light(Set<Lamp> lamps) {
    if (!lit.equals(lamps)) {
      lit.clear();
      lit.addAll(lamps);
      version++;
    }
  }

  /** Returns the version to wait for. */
  synchronized long power(String device, boolean off) {
    if (off ? withoutPower.add(device) : withoutPower.remove(device)) {
      version++;
    }
    return version;
  }

  synchronized long version() {
    return version;
  }

  synchronized boolean[] coils() {
    boolean[] coils = new boolean[profile.coils()];
    profile
        .lamps()
        .forEach(
            (lamp, coil) -> {
              if (coil >= 0) {
                coils[coil] = lit.contains(lamp);
              }
            });
    profile
        .outlets()
        .forEach(
            (device, coil) -> {
              if (coil >= 0) {
                coils[coil] = withoutPower.contains(device);
              }
            });
    return coils;
  }

  /** The board took this version. */
  synchronized void done(long written) {
    done = written;
    notifyAll();
  }

  /** Waits until the board took a version; false when it did not in time. */
  synchronized boolean await(long wanted, Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    for (long left = limit.toNanos(); done < wanted && left > 0; left = end - System.nanoTime()) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return done >= wanted;
  }
}

package egov.kiosk.codescanner;

import egov.kiosk.domain.device.ScannedCode;
import java.time.Duration;

/**
 * The one code that may be alive, and the moment it dies. Used by the device's thread, and last by
 * whoever stops it.
 */
final class LiveCode {
  private final Duration lifetime;
  private ScannedCode code;
  private long born;

  LiveCode(Duration lifetime) {
    this.lifetime = lifetime;
  }

  /** A new one; the one before is overwritten. */
  synchronized void born(ScannedCode fresh, long now) {
    end();
    code = fresh;
    born = now;
  }

  /** Overwrites it when its time is over. */
  synchronized void tick(long now) {
    if (code != null && now - born >= lifetime.toNanos()) {
      end();
    }
  }

  synchronized void end() {
    if (code != null) {
      code.close();
      code = null;
    }
  }
}

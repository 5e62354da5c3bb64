package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;

/** The doctor's question whether there is room for new business. Takes no time. */
public final class DiskCheck implements HealthCheck {
  private static final long MIB = 1024 * 1024;

  private final SqliteOutbox outbox;

  public DiskCheck(SqliteOutbox outbox) {
    this.outbox = outbox;
  }

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public Finding check(Duration timeout) {
    Room room = outbox.state().room();
    long free = room.freeBytes();
    long floor = room.minFreeBytes();
    String what = free / MIB + " MiB free, at least " + floor / MIB + " MiB needed.";
    if (free < floor) {
      return new Finding(
          name(),
          Level.FAIL,
          what,
          Actor.TECHNICIAN,
          "Free space on the disk of the queue; new business waits for it.");
    }
    if (!room.takesFiles()) {
      return new Finding(
          name(),
          Level.FAIL,
          what + " No further file can be made.",
          Actor.TECHNICIAN,
          "Remove files from the disk of the queue, or make it writable; new business waits for"
              + " it.");
    }
    if (free < 2 * floor) {
      return new Finding(
          name(), Level.WARN, what, Actor.TECHNICIAN, "Free space on the disk of the queue soon.");
    }
    return Finding.ok(name(), what);
  }
}

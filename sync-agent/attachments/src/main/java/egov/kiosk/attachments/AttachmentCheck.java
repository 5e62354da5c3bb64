package egov.kiosk.attachments;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;

/** Says how attachments stand. Safe for use by several threads. */
public final class AttachmentCheck implements HealthCheck {
  private static final String NAME = "attachments";
  private static final long MIB = 1024 * 1024;
  private static final int ALARM = 80;

  private final Supplier<AttachmentStatus> room;

  /**
   * @param room gives the present status without blocking
   */
  public AttachmentCheck(Supplier<AttachmentStatus> room) {
    this.room = Objects.requireNonNull(room, "room");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    AttachmentStatus status = room.get();
    if (status.unreadable()) {
      return warn("chunks cannot be read", "check the disk, then restart the runtime");
    }
    if (status.lost() > 0) {
      return warn(
          status.lost() + " attachments whose manifests are not in the queue",
          "import the manifests from the file that was set aside, or delete their directories");
    }
    long percent = status.usedBytes() * 100 / status.quotaBytes();
    String used =
        status.usedBytes() / MIB
            + " of "
            + status.quotaBytes() / MIB
            + " MiB used, "
            + status.sending()
            + " being sent";
    if (percent >= ALARM) {
      return warn(used, "bring the kiosk online, or raise attachments.quotaMebibytes");
    }
    return Finding.ok(NAME, used);
  }

  private static Finding warn(String what, String advice) {
    return new Finding(NAME, Level.WARN, what, Actor.TECHNICIAN, advice);
  }
}

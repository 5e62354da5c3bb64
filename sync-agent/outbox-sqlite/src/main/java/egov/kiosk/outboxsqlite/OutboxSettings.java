package egov.kiosk.outboxsqlite;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How the queue is kept.
 *
 * @param directory its own directory; created with mode 0700 when missing
 * @param quotaBytes how much the database may hold, at least 1 MiB
 * @param minFreeBytes how much of the disk must stay free for new business to be accepted
 * @param startCheck how long the check of all pages may hold up the start; what is left of it goes
 *     on beside the work
 */
public record OutboxSettings(
    Path directory, long quotaBytes, long minFreeBytes, Duration startCheck) {
  private static final long MIB = 1024 * 1024;

  public OutboxSettings {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(startCheck, "startCheck");
    if (directory.toString().isEmpty() || directory.toString().indexOf('?') >= 0) {
      throw new IllegalArgumentException("the directory needs a name without a question mark");
    }
    if (quotaBytes < MIB || minFreeBytes < 0) {
      throw new IllegalArgumentException("the quota is at least 1 MiB, the free space at least 0");
    }
  }

  /** Settings in mebibytes, with the usual limit for the check at the start. */
  public static OutboxSettings of(Path directory, long quotaMiB, long minFreeMiB) {
    return new OutboxSettings(directory, quotaMiB * MIB, minFreeMiB * MIB, Duration.ofMillis(50));
  }
}

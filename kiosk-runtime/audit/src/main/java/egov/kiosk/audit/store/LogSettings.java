package egov.kiosk.audit.store;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How the log lies on the disk.
 *
 * @param directory its own, owner-only
 * @param kioskId whose log it is
 * @param release of the program, said at the head of every segment
 * @param segmentBytes from which size on a segment is closed
 * @param budgetBytes what all segments together may take
 * @param retention how long records are kept at least, unless the budget is used up before
 * @param floor when this program was built: an earlier time is not believed
 */
public record LogSettings(
    Path directory,
    String kioskId,
    String release,
    long segmentBytes,
    long budgetBytes,
    Duration retention,
    Instant floor) {
  public LogSettings {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(retention, "retention");
    Objects.requireNonNull(floor, "floor");
    if (!kioskId.matches("[0-9a-z-]{1,32}") || !release.matches("[A-Za-z0-9._-]{1,48}")) {
      throw new IllegalArgumentException("audit: kiosk id or release are not what they should be");
    }
    if (segmentBytes < 4096 || budgetBytes < 4 * segmentBytes) {
      throw new IllegalArgumentException("audit: the budget holds at least four segments");
    }
  }
}

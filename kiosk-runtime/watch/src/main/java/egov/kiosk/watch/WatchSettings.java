package egov.kiosk.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How far the watch goes on its own.
 *
 * @param directory this room's own; holds what was done, over restarts
 * @param rebootRequest the file that asks the system to start the machine again; empty when nothing
 *     there acts on it
 * @param partsAnHour how often one part is started again within an hour
 * @param processes how often the process is started again within {@code processWindow}
 * @param reboots how often the machine is started again within a day
 * @param courtesy how long a citizen who is being served may hold up what ends the session
 */
public record WatchSettings(
    Path directory,
    Optional<Path> rebootRequest,
    int partsAnHour,
    int processes,
    Duration processWindow,
    int reboots,
    Duration courtesy) {
  /** After so long without trouble, earlier trouble no longer counts. */
  static final Duration HEALTHY = Duration.ofHours(6);

  static final Duration PART_WINDOW = Duration.ofHours(1);
  static final Duration REBOOT_WINDOW = Duration.ofHours(24);

  public WatchSettings {
    Objects.requireNonNull(directory, "directory");
    Objects.requireNonNull(rebootRequest, "rebootRequest");
    Objects.requireNonNull(processWindow, "processWindow");
    Objects.requireNonNull(courtesy, "courtesy");
    if (partsAnHour < 0 || processes < 1 || reboots < 0) {
      throw new IllegalArgumentException("watch: limits are not negative; processes at least 1");
    }
  }
}

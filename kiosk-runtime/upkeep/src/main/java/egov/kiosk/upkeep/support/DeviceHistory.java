package egov.kiosk.upkeep.support;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.file.WholeFile;
import egov.kiosk.domain.upkeep.Upkeep.Change;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of the devices, the last {@value #MOST} changes, also of earlier starts: one a line
 * in a file that is replaced as a whole when something changed, once a minute at most. No personal
 * data is in it. Safe for use by several threads.
 */
public final class DeviceHistory {
  private static final Logger LOG = LoggerFactory.getLogger(DeviceHistory.class);
  private static final int MOST = 200;
  private static final int LARGEST = 128 * 1024;

  /** A device at a broken cable comes and goes all day, and the flash wears. */
  private static final Duration A_WRITE = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final WholeFile file;
  private final Map<String, Change> last = new HashMap<>();
  private final Deque<Change> changes = new ArrayDeque<>();
  private boolean failed;
  private boolean unkept;
  private Instant kept;

  /**
   * Reads what was seen before; what cannot be read is as if it had never been.
   *
   * @param file this history's own
   */
  public DeviceHistory(Path file, InstantSource clock) {
    this.file = new WholeFile(file, LARGEST);
    this.clock = clock;
    try {
      String text =
          this.file.read().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).orElse("");
      text.lines().limit(MOST).forEach(this::remember);
    } catch (IOException e) {
      LOG.warn("upkeep: the devices' history begins anew: {}", e.getMessage());
    }
  }

  private void remember(String line) {
    String[] part = line.split(" ", -1);
    try {
      Set<FaultCode> faults =
          Arrays.stream(part[3].split(","))
              .filter(word -> !word.isEmpty())
              .map(FaultCode::valueOf)
              .collect(Collectors.toSet());
      Change change =
          new Change(Instant.parse(part[0]), part[1], DeviceState.valueOf(part[2]), faults);
      changes.addLast(change);
      last.putIfAbsent(change.device(), change);
    } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
      LOG.debug("upkeep: a line of the devices' history is not one", e);
    }
  }

  /** Notes which devices are otherwise than at the last look, and keeps that. */
  public synchronized void look(List<Device> devices) {
    for (Device device : devices) {
      DeviceStatus now = device.status();
      Change before = last.get(device.name());
      if (before == null
          || before.state() != now.state()
          || !before.faults().equals(now.faults())) {
        Change change = new Change(clock.instant(), device.name(), now.state(), now.faults());
        last.put(device.name(), change);
        changes.addFirst(change);
        unkept = true;
        if (changes.size() > MOST) {
          changes.removeLast();
        }
      }
    }
    if (unkept
        && (kept == null
            || Duration.between(kept, clock.instant()).abs().compareTo(A_WRITE) >= 0)) {
      keep();
    }
  }

  private void keep() {
    kept = clock.instant();
    String text = changes.stream().map(DeviceHistory::line).collect(Collectors.joining());
    try {
      file.write(text.getBytes(StandardCharsets.UTF_8));
      unkept = false;
      failed = false;
    } catch (IOException e) {
      if (!failed) {
        LOG.warn("upkeep: the devices' history is kept in memory only: {}", e.toString());
      }
      failed = true;
    }
  }

  private static String line(Change change) {
    String faults =
        change.faults().stream().map(FaultCode::name).sorted().collect(Collectors.joining(","));
    return change.at() + " " + change.device() + " " + change.state() + " " + faults + "\n";
  }

  /** Newest first. */
  public synchronized List<Change> changes() {
    return List.copyOf(changes);
  }
}

package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;

/** Whether time can be relied on; how far the clock is off says the agent's own check. */
final class TimeLooks {
  /** China has one time for all its provinces. */
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private static final Duration FLOOR_STEP = Duration.ofMinutes(2);

  private final Machine machine;
  private final Supplier<ZoneId> zone;

  TimeLooks(Machine machine, Supplier<ZoneId> zone) {
    this.machine = machine;
    this.zone = zone;
  }

  List<Look> all() {
    return List.of(
        new Look("time-zone", timeout -> zone()),
        new Look("time-service", timeout -> service()),
        new Look("time-floor", timeout -> floor()));
  }

  private Verdict zone() {
    Instant now = machine.clock().instant();
    return zone.get().getRules().getOffset(now).equals(CHINA)
        ? Verdict.ok("Chinese time")
        : Verdict.warn(
            "the machine shows " + zone.get() + ", not Chinese time",
            "timedatectl set-timezone Asia/Shanghai, then start the runtime anew");
  }

  private Verdict service() {
    boolean kept =
        Files.exists(machine.file("run/systemd/timesync/synchronized"))
            || Files.exists(machine.file("run/chrony/chronyd.pid"))
            || Files.exists(machine.file("run/chronyd.pid"))
            || Files.exists(machine.file("run/ntpd.pid"));
    return kept
        ? Verdict.ok("the clock is kept by a time service")
        : Verdict.warn(
            "no time service keeps the clock", "set the site's time server (chrony, NTPsec)");
  }

  /** What was written last cannot have been written in the future. */
  private Verdict floor() throws IOException {
    Path note = machine.data().resolve("upkeep").resolve("time-floor");
    Instant now = machine.clock().instant();
    Instant floor = Files.exists(note) ? Files.getLastModifiedTime(note).toInstant() : Instant.MIN;
    if (now.plus(FLOOR_STEP).isBefore(floor)) {
      return Verdict.fail(
          "the clock shows an earlier time than this machine has seen",
          "set the clock; if it is wrong at every start, replace the battery on the board");
    }
    if (floor.equals(Instant.MIN)) {
      Files.createDirectories(note.getParent());
      Files.createFile(note);
    }
    // The doctor may be asked every minute; the disk need not be.
    if (floor.equals(Instant.MIN) || floor.plus(FLOOR_STEP.multipliedBy(30)).isBefore(now)) {
      Files.setLastModifiedTime(note, FileTime.from(now));
    }
    return Verdict.ok("the clock only ever went on");
  }
}

package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the disk will last, and takes what is written. */
final class DiskLooks {
  private static final long MIB = 1024 * 1024;
  private static final long MOST_PER_HOUR = 50 * MIB;
  private static final long LOG_MOST = 300 * MIB;
  private static final long FEWEST_INODES = 5_000;
  private static final Duration SETTLED = Duration.ofHours(1);
  private static final Pattern WRITTEN = Pattern.compile("(?m)^write_bytes: (\\d+)$");
  private static final int WORN = 9;
  private static final int WORN_OUT = 11;

  private final Machine machine;

  DiskLooks(Machine machine) {
    this.machine = machine;
  }

  List<Look> all() {
    return List.of(
        new Look("disk-inodes", this::inodes),
        new Look("disk-writes", timeout -> writes()),
        new Look("disk-wear", timeout -> wear()),
        new Look("disk-mount", timeout -> mount()),
        new Look("temporary-directory", timeout -> temporary()),
        new Look("log-size", timeout -> logs()));
  }

  private Verdict inodes(Duration timeout) throws IOException, InterruptedException {
    String said =
        machine
            .programs()
            .run(List.of("stat", "-f", "-c", "%d %c", machine.data().toString()), timeout);
    String[] numbers = said.strip().split(" ");
    long free = Long.parseLong(numbers[0]);
    long all = Long.parseLong(numbers[1]);
    // Some file systems have no fixed number of them and say 0 of 0.
    if (all > 0 && free < FEWEST_INODES) {
      return Verdict.fail(
          "only " + free + " more files fit on the data disk", "delete what does not belong there");
    }
    return Verdict.ok(all > 0 ? free + " more files fit" : "the file system sets no number");
  }

  private Verdict writes() throws IOException {
    Matcher written = WRITTEN.matcher(machine.text("proc/self/io"));
    Duration running = Duration.ofNanos(machine.nanos().getAsLong());
    if (!written.find() || running.compareTo(SETTLED) < 0) {
      return Verdict.ok("running for less than an hour; nothing to compare yet");
    }
    long perHour = Long.parseLong(written.group(1)) / Math.max(1, running.toHours());
    String what = perHour / MIB + " MiB written an hour since the start";
    return perHour > MOST_PER_HOUR
        ? Verdict.warn(what, "flash wears out early: look for a log level or a trace left on")
        : Verdict.ok(what);
  }

  private Verdict wear() throws IOException {
    int worst = -1;
    for (Path disk : machine.list("sys/block")) {
      Path life = disk.resolve("device/life_time");
      if (Files.isReadable(life)) {
        for (String word : Files.readString(life).strip().split("\\s+")) {
          worst = Math.max(worst, Integer.decode(word));
        }
      }
    }
    if (worst < 0) {
      return Verdict.ok("the disk does not say how worn it is");
    }
    String what = "the flash has used up to " + worst * 10 + " % of its life";
    if (worst >= WORN_OUT) {
      return Verdict.fail(what, "replace the disk now; deliver or export the queue first");
    }
    return worst >= WORN ? Verdict.warn(what, "order another disk") : Verdict.ok(what);
  }

  private Verdict mount() throws IOException {
    Optional<String[]> mount = mountOf(machine.data());
    if (mount.isPresent() && options(mount.get()).contains("ro")) {
      return Verdict.fail(
          "the data disk is mounted read-only",
          "look at the system's log for disk errors, then replace or check the disk");
    }
    return Verdict.ok("the data disk takes writes");
  }

  private Verdict temporary() throws IOException {
    Path place = machine.temporary();
    if (!Files.isDirectory(place) || !Files.isWritable(place)) {
      return Verdict.fail(
          "the temporary directory is missing or cannot be written", "mend the mount of " + place);
    }
    Optional<String[]> mount = mountOf(place);
    if (mount.isPresent() && options(mount.get()).contains("noexec")) {
      return Verdict.warn(
          "the temporary directory is mounted noexec, so libraries unpacked there cannot be loaded",
          "give the runtime its own with -Djava.io.tmpdir in conf/jvm.args");
    }
    return Verdict.ok("writable");
  }

  private Verdict logs() throws IOException {
    Path logs = machine.data().resolve("log");
    if (!Files.isDirectory(logs)) {
      return Verdict.ok("no log directory yet");
    }
    long bytes = 0;
    try (Stream<Path> files = Files.walk(logs)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
    }
    String what = bytes / MIB + " MiB of logs";
    return bytes > LOG_MOST
        ? Verdict.warn(what, "see what repeats itself in the newest file, then delete old ones")
        : Verdict.ok(what);
  }

  private Optional<String[]> mountOf(Path path) throws IOException {
    String whole = path.toAbsolutePath().normalize().toString();
    return machine.lines("proc/self/mounts").stream()
        .map(line -> line.split(" "))
        .filter(part -> part.length > 3 && holds(part[1], whole))
        // The longest mount point counts, and of the same ones the last.
        .reduce((one, other) -> LONGER.compare(one, other) > 0 ? one : other);
  }

  private static final Comparator<String[]> LONGER =
      Comparator.comparingInt(part -> part[1].length());

  private static boolean holds(String mount, String path) {
    return mount.equals("/") || path.equals(mount) || path.startsWith(mount + "/");
  }

  private static List<String> options(String[] mount) {
    return List.of(mount[3].split(","));
  }
}

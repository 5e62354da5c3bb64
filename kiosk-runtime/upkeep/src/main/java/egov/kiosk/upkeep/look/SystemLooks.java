package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether the machine beneath the program is well. */
final class SystemLooks {
  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s+(\\d+) kB$");
  private static final Pattern CORE = Pattern.compile("(?m)^Max core file size\\s+(\\S+)");
  private static final Pattern OPEN = Pattern.compile("(?m)^Max open files\\s+(\\d+)");
  private static final long KIB_OF_A_MIB = 1024;
  private static final long SCARCE_MIB = 200;
  private static final long LEAST_MIB = 80;
  private static final int WARM = 85;
  private static final int HOT = 95;
  private static final long MOST_DAYS = 180;
  private static final double DAY_SECONDS = 86_400;

  private final Machine machine;
  private final int processors;

  SystemLooks(Machine machine, int processors) {
    this.machine = machine;
    this.processors = processors;
  }

  List<Look> all() {
    return List.of(
        new Look("memory", timeout -> memory()),
        new Look("swap", timeout -> swap()),
        new Look("temperature", timeout -> temperature()),
        new Look("load", timeout -> load()),
        new Look("open-files", timeout -> openFiles()),
        new Look("core-dumps", timeout -> coreDumps()),
        new Look("restart-pending", timeout -> restart()),
        new Look("uptime", timeout -> uptime()));
  }

  private Verdict memory() throws IOException {
    Matcher available = AVAILABLE.matcher(machine.text("proc/meminfo"));
    if (!available.find()) {
      return Verdict.warn("the system does not say", "look with: free -m");
    }
    long mib = Long.parseLong(available.group(1)) / KIB_OF_A_MIB;
    String what = mib + " MiB of memory available";
    if (mib < LEAST_MIB) {
      return Verdict.fail(what, "see what takes it (ps), then start the machine anew");
    }
    return mib < SCARCE_MIB ? Verdict.warn(what, "see what takes it: ps") : Verdict.ok(what);
  }

  /** What a citizen typed may be written to the disk with the memory it lies in. */
  private Verdict swap() throws IOException {
    boolean onDisk =
        machine.lines("proc/swaps").stream()
            .skip(1)
            .map(line -> line.split("\\s+")[0])
            .anyMatch(name -> !name.contains("zram"));
    return onDisk
        ? Verdict.forbidden(
            machine.settings().production(),
            "memory is swapped to the disk, and personal data with it",
            "switch it off (swapoff -a, and in fstab), or use zram")
        : Verdict.ok("no memory goes to the disk");
  }

  private Verdict temperature() throws IOException {
    int hottest = Integer.MIN_VALUE;
    for (Path zone : machine.list("sys/class/thermal")) {
      Path file = zone.resolve("temp");
      if (zone.getFileName().toString().startsWith("thermal_zone") && Files.isReadable(file)) {
        hottest = Math.max(hottest, Integer.parseInt(Files.readString(file).strip()) / 1000);
      }
    }
    if (hottest == Integer.MIN_VALUE) {
      return Verdict.ok("the machine has no sensor");
    }
    String what = hottest + " degrees";
    if (hottest >= HOT) {
      return Verdict.forbidden(
          machine.settings().production(), what, "switch it off, clean fan and filter");
    }
    return hottest >= WARM ? Verdict.warn(what, "clean fan and filter") : Verdict.ok(what);
  }

  private Verdict load() throws IOException {
    double quarter = Double.parseDouble(machine.text("proc/loadavg").split(" ")[2]);
    String what = quarter + " for a quarter of an hour, on " + processors + " processors";
    return quarter > 2.0 * processors
        ? Verdict.warn(what, "see what keeps it busy: top")
        : Verdict.ok(what);
  }

  private Verdict openFiles() throws IOException {
    Matcher limit = OPEN.matcher(machine.text("proc/self/limits"));
    long most = limit.find() ? Long.parseLong(limit.group(1)) : Long.MAX_VALUE;
    long open;
    try (Stream<Path> files = Files.list(machine.file("proc/self/fd"))) {
      open = files.count();
    }
    String what = open + " of " + most + " files open";
    return open > most / 5 * 4
        ? Verdict.warn(what, "start the runtime anew and send a support bundle: something leaks")
        : Verdict.ok(open + " files open");
  }

  private Verdict coreDumps() throws IOException {
    Matcher core = CORE.matcher(machine.text("proc/self/limits"));
    boolean off = core.find() && core.group(1).equals("0");
    return off
        ? Verdict.ok("a crash leaves no memory on the disk")
        : Verdict.forbidden(
            machine.settings().production(),
            "a crash may write the memory to the disk, and personal data with it",
            "set LimitCORE=0 in the service");
  }

  private Verdict restart() {
    return Files.exists(machine.file("run/reboot-required"))
        ? Verdict.warn(
            "the system's updates wait for a restart", "restart the machine outside service hours")
        : Verdict.ok("none");
  }

  private Verdict uptime() throws IOException {
    double seconds = Double.parseDouble(machine.text("proc/uptime").split(" ")[0]);
    long days = (long) (seconds / DAY_SECONDS);
    return days > MOST_DAYS
        ? Verdict.warn(
            "up for " + days + " days, so no update of the kernel is in force",
            "restart the machine outside service hours")
        : Verdict.ok("up for " + days + " days");
  }
}

package egov.kiosk.bench.devices;

import egov.kiosk.bench.Ratio;
import egov.kiosk.town.Town;
import egov.kiosk.town.TownLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** What a kiosk that nobody uses takes of one core, with reader, printer and camera attached. */
final class IdleBench {
  private static final int SETTLE_SECONDS = 30;
  private static final int WATCH_SECONDS = 60;

  /** Linux counts processor time in hundredths of a second. */
  private static final double TICKS_A_SECOND = 100;

  private IdleBench() {}

  static Ratio run(TownLayout layout) throws Exception {
    try (Town town = Town.start(layout, 0, text -> System.err.println("bench: " + text))) {
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      long before = ticks(town.kiosk().pid());
      long begun = System.nanoTime();
      TimeUnit.SECONDS.sleep(WATCH_SECONDS);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double used = (ticks(town.kiosk().pid()) - before) / TICKS_A_SECOND;
      return Ratio.atMost("idle-processor-share", used / seconds, 0.01, used, seconds, "s");
    }
  }

  /** User and system time of a process (proc(5), fields 14 and 15 of stat). */
  private static long ticks(long pid) throws Exception {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
  }
}

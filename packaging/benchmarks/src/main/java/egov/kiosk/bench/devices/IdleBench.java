package egov.kiosk.bench.devices;

import egov.kiosk.bench.Ratio;
import egov.kiosk.town.Extra;
import egov.kiosk.town.Town;
import egov.kiosk.town.TownLayout;
import egov.kiosk.town.TownProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a kiosk that nobody uses takes of one core, with every device there is attached: reader,
 * receipt and page printer, face and document camera, code scanner, social card reader, and the
 * cabinet, whose sensors are looked at four times a second. It was started a minute ago: what a
 * start computes, compiling included, is the start's.
 */
final class IdleBench {
  private static final int SETTLE_SECONDS = 60;
  private static final int WATCH_SECONDS = 40;

  /** Linux counts processor time in hundredths of a second. */
  private static final double TICKS_A_SECOND = 100;

  private IdleBench() {}

  static Ratio run(TownLayout layout) throws Exception {
    Town.KioskChanges attached = new Town.KioskChanges(Map.of(), Map.of(), Extra.DEVICES);
    try (Town town =
        Town.start(layout, 0, attached, text -> System.err.println("bench: " + text))) {
      if (!town.fittings().readsSocialCards()) {
        throw new IllegalStateException(town.fittings().whyNot());
      }
      TownProcess senses = town.fittings().cabinet();
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      senses.command("stats");
      long before = ticks(town.kiosk().pid());
      long begun = System.nanoTime();
      TimeUnit.SECONDS.sleep(WATCH_SECONDS);
      double seconds = (System.nanoTime() - begun) / 1e9;
      double used = (ticks(town.kiosk().pid()) - before) / TICKS_A_SECOND;
      if (Emulated.figure(senses.command("stats"), "requests") < 2 * WATCH_SECONDS) {
        throw new IllegalStateException("the kiosk did not look at its cabinet");
      }
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

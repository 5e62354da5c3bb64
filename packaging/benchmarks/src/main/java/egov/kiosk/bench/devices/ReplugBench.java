package egov.kiosk.bench.devices;

import egov.kiosk.bench.Medians;
import egov.kiosk.bench.Ratio;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.town.TownProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A reader pulled and plugged in again, at the pace a kiosk looks at its devices: how long it is
 * away, and what is left behind of this process's files, threads and memory. A cycle takes about a
 * second.
 */
final class ReplugBench {
  /** What is made once has been made by then. */
  private static final int SETTLED = 20;

  private static final double MEGABYTE = 1 << 20;

  private ReplugBench() {}

  static List<Ratio> run(Path work, int cycles) throws Exception {
    Path line = work.resolve("reader-replug");
    Medians back = new Medians();
    Held before = null;
    Held after;
    try (TownProcess emulator =
            Emulated.start(work, "reader", "--link", line.toString(), "--baud", "115200");
        SdtIdCardReader reader =
            new SdtIdCardReader(ReaderSettings.of(line.toString(), 115_200), Clock.systemUTC())) {
      await(reader, true);
      for (int i = 0; i < cycles; i++) {
        if (i == Math.min(SETTLED, cycles / 2)) {
          before = Held.now();
        }
        emulator.command("unplug");
        await(reader, false);
        long start = System.nanoTime();
        emulator.command("plug");
        await(reader, true);
        back.add((System.nanoTime() - start) / 1e9);
      }
      after = Held.now();
    }
    double worst = back.percentile(1);
    return List.of(
        Ratio.atMost(
            "replug-worst-of-" + cycles + "-seconds", worst, 3.0, worst, back.median(), "s"),
        kept("files", after.files(), before.files(), 2),
        kept("threads", after.threads(), before.threads(), 2),
        kept("megabytes", after.heap() / MEGABYTE, before.heap() / MEGABYTE, 4));
  }

  private static Ratio kept(String what, double after, double before, double goal) {
    return new Ratio(
        "replug-kept-" + what,
        after - before,
        "<=" + goal,
        String.format(Locale.ROOT, "%.1f then %.1f", before, after));
  }

  /** What this process holds, as Linux counts it. */
  private record Held(long files, long threads, long heap) {
    static Held now() throws IOException {
      Runtime runtime = Runtime.getRuntime();
      long heap = Long.MAX_VALUE;
      // One collection leaves what finalisation still holds.
      for (int i = 0; i < 3; i++) {
        System.gc();
        heap = Math.min(heap, runtime.totalMemory() - runtime.freeMemory());
      }
      return new Held(count("/proc/self/fd"), count("/proc/self/task"), heap);
    }

    private static long count(String folder) throws IOException {
      try (Stream<Path> entries = Files.list(Path.of(folder))) {
        return entries.count();
      }
    }
  }

  private static void await(SdtIdCardReader reader, boolean there) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while ((reader.status().state() == DeviceState.ONLINE) != there) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("the reader's state does not change within 60 s");
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }
}

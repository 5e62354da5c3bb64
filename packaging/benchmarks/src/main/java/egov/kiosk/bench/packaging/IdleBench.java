package egov.kiosk.bench.packaging;

import egov.kiosk.bench.Ratio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What a kiosk takes that nobody uses: memory over that of a bare framework, what it writes to the
 * disk, and how often it wakes the processor. Read from the kernel's books of the process; writes
 * are those that reach the disk's layer, counted for some minutes and told for an hour.
 */
final class IdleBench {
  private static final double MEMORY_GOAL = 3;
  private static final double WRITES_GOAL = 5;

  /** Until models are loaded, the queue is open and the first beats are sent. */
  private static final long SETTLE_SECONDS = 60;

  private final Path kiosk;
  private final Path configuration;
  private final Path work;
  private final long seconds;

  /**
   * @param seconds how long it is looked at
   */
  IdleBench(Path kiosk, Path configuration, Path work, long seconds) {
    this.kiosk = kiosk;
    this.configuration = configuration;
    this.work = work;
    this.seconds = seconds;
  }

  List<Ratio> run() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                kiosk.resolve("bin/kiosk").toString(),
                "run",
                "--data",
                work.resolve("idle-data").toString(),
                "--config",
                configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(work.resolve("idle.log").toFile())
            .start();
    try {
      ProcessBooks books = new ProcessBooks(process);
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      long before = books.written();
      Map<String, Long> slept = books.sleeps();
      TimeUnit.SECONDS.sleep(seconds);
      long written = books.written() - before;
      double wakes = (double) wakes(slept, books.sleeps()) / seconds;
      double megabytes = written * 3600.0 / seconds / 1e6;
      double memory = books.residentMegabytes();
      System.err.println(
          "bench: " + written + " bytes in " + seconds + " s, told for an hour; 1 is the unit MB");
      System.out.printf(Locale.ROOT, "figure idle/wake-ups-an-hour %.0f times%n", wakes * 3600);
      return List.of(
          memory(memory, bare()),
          Ratio.atMost(
              "idle/megabytes-written-an-hour", megabytes, WRITES_GOAL, megabytes, 1, "MB"));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** Of threads that were there all the time. */
  private static long wakes(Map<String, Long> before, Map<String, Long> after) {
    return before.entrySet().stream()
        .filter(thread -> after.containsKey(thread.getKey()))
        .mapToLong(thread -> after.get(thread.getKey()) - thread.getValue())
        .sum();
  }

  private static Ratio memory(double ours, double bare) {
    return Ratio.atMost(
        "idle/resident-memory-over-bare-framework", ours / bare, MEMORY_GOAL, ours, bare, "MB");
  }

  private double bare() throws IOException, InterruptedException {
    Process process = new BareProcess(kiosk, work).start();
    try {
      return new ProcessBooks(process).residentMegabytes();
    } finally {
      process.destroy();
      process.waitFor();
    }
  }
}

package egov.kiosk.bench.packaging;

import egov.kiosk.bench.Ratio;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a kiosk takes that nobody uses: memory over that of a bare framework, and what it writes to
 * the disk. Read from the kernel's books of the process; writes are those that reach the disk's
 * layer, counted for some minutes and told for an hour.
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
      TimeUnit.SECONDS.sleep(SETTLE_SECONDS);
      long before = book(process, "io", "write_bytes:");
      TimeUnit.SECONDS.sleep(seconds);
      long written = book(process, "io", "write_bytes:") - before;
      double megabytes = written * 3600.0 / seconds / 1e6;
      double memory = book(process, "status", "VmRSS:") * 1024 / 1e6;
      System.err.println(
          "bench: " + written + " bytes in " + seconds + " s, told for an hour; 1 is the unit MB");
      return List.of(
          memory(memory, bare()),
          Ratio.atMost(
              "idle/megabytes-written-an-hour", megabytes, WRITES_GOAL, megabytes, 1, "MB"));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private static Ratio memory(double ours, double bare) {
    return Ratio.atMost(
        "idle/resident-memory-over-bare-framework", ours / bare, MEMORY_GOAL, ours, bare, "MB");
  }

  private double bare() throws IOException, InterruptedException {
    Process process = new BareProcess(kiosk, work).start();
    try {
      return book(process, "status", "VmRSS:") * 1024 / 1e6;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** One number of a file of the process in /proc. */
  private static long book(Process process, String file, String name) throws IOException {
    if (!process.isAlive()) {
      throw new IOException("the process ended; see idle.log");
    }
    Path path = Path.of("/proc", Long.toString(process.pid()), file);
    for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length()).replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException(path + " has no " + name);
  }
}

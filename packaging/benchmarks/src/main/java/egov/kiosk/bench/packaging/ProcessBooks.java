package egov.kiosk.bench.packaging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the kernel writes down about one process (proc(5)). */
final class ProcessBooks {
  private final Process process;

  ProcessBooks(Process process) {
    this.process = process;
  }

  /** Bytes that went to the disk's layer since its start. */
  long written() throws IOException {
    return number(folder().resolve("io"), "write_bytes:");
  }

  /** Memory it holds now, in megabytes of a million bytes. */
  double residentMegabytes() throws IOException {
    return number(folder().resolve("status"), "VmRSS:") * 1024 / 1e6;
  }

  /**
   * How often each of its threads had gone to sleep by now, by thread: each time is a wake-up that
   * follows. What a thread that has ended did is not in it.
   */
  Map<String, Long> sleeps() throws IOException {
    Map<String, Long> sleeps = new HashMap<>();
    List<Path> threads;
    try (Stream<Path> tasks = Files.list(folder().resolve("task"))) {
      threads = tasks.toList();
    }
    for (Path thread : threads) {
      try {
        sleeps.put(
            thread.getFileName().toString(),
            number(thread.resolve("status"), "voluntary_ctxt_switches:"));
      } catch (NoSuchFileException e) {
        // It ended while we counted.
      }
    }
    return sleeps;
  }

  private Path folder() throws IOException {
    if (!process.isAlive()) {
      throw new IOException("the process ended; see idle.log");
    }
    return Path.of("/proc", Long.toString(process.pid()));
  }

  private static long number(Path book, String name) throws IOException {
    for (String line : Files.readAllLines(book, StandardCharsets.UTF_8)) {
      if (line.startsWith(name)) {
        return Long.parseLong(line.substring(name.length()).replaceAll("[^0-9]", ""));
      }
    }
    throw new IOException(book + " has no " + name);
  }
}

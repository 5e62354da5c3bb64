package egov.kiosk.bench.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What a process has spent, from proc(5). */
final class ProcessCost {
  /** USER_HZ, the same on every Linux a kiosk's platform runs on. */
  private static final double TICKS = 100;

  /** Behind the name: state is the third field, utime the fourteenth. */
  private static final int UTIME = 11;

  private ProcessCost() {}

  /** Processor seconds in user and kernel mode, with those of children that ended. */
  static double cpuSeconds(long pid) throws IOException {
    return ticks(Files.readString(Path.of("/proc", Long.toString(pid), "stat"))) / TICKS;
  }

  /** The same of a process and all below it that live. */
  static double cpuSecondsOfTree(long pid) throws IOException {
    double sum = cpuSeconds(pid);
    List<ProcessHandle> children;
    try (Stream<ProcessHandle> all =
        ProcessHandle.of(pid).map(ProcessHandle::descendants).orElse(Stream.empty())) {
      children = all.toList();
    }
    for (ProcessHandle child : children) {
      try {
        sum += cpuSeconds(child.pid());
      } catch (NoSuchFileException e) {
        // Ended meanwhile; from now on its parent's line holds it.
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return sum;
  }

  /** The four times of a {@code stat} line; the program's name may hold blanks and brackets. */
  static long ticks(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    long sum = 0;
    for (int at = UTIME; at < UTIME + 4; at++) {
      sum += Long.parseLong(fields[at]);
    }
    return sum;
  }

  /** Resident memory in KiB. */
  static long residentKib(long pid) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0L);
    }
  }

  /** How many files this process may open; those it starts may as many. */
  static long openFilesAllowed() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/limits"))) {
      return lines
          .filter(line -> line.startsWith("Max open files"))
          .map(line -> line.split("\\s+")[3])
          .map(soft -> soft.equals("unlimited") ? Long.MAX_VALUE : Long.parseLong(soft))
          .findFirst()
          .orElse(0L);
    }
  }
}

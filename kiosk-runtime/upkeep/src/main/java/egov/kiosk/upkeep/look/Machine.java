package egov.kiosk.upkeep.look;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The machine, seen through its files.
 *
 * @param root where the system's files begin: {@code /}, another directory in tests
 * @param data the runtime's data directory
 * @param temporary where programs put what is gone tomorrow
 * @param settings the components' settings
 * @param clock the wall clock
 * @param nanos a clock that is never set, since the runtime started
 * @param programs runs one of the system's programs
 */
public record Machine(
    Path root,
    Path data,
    Path temporary,
    Settings settings,
    InstantSource clock,
    LongSupplier nanos,
    Programs programs) {

  private static final int LONGEST = 256 * 1024;

  public Machine {
    Objects.requireNonNull(root, "root");
    Objects.requireNonNull(data, "data");
    Objects.requireNonNull(temporary, "temporary");
    Objects.requireNonNull(settings, "settings");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(nanos, "nanos");
    Objects.requireNonNull(programs, "programs");
  }

  /** Runs a program of the system. */
  @FunctionalInterface
  public interface Programs {
    /**
     * What it writes, at most 64 KiB.
     *
     * @throws IOException when it cannot be started, fails, or takes longer
     */
    String run(List<String> words, Duration timeout) throws IOException, InterruptedException;
  }

  /** A file of the system, e.g. {@code proc/meminfo}. */
  Path file(String path) {
    return root.resolve(path);
  }

  /** The first 256 KiB of a file of the system. */
  String text(String path) throws IOException {
    try (var in = Files.newInputStream(file(path))) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }
  }

  List<String> lines(String path) throws IOException {
    return text(path).lines().toList();
  }

  /** What lies in a directory of the system; nothing when there is none. */
  List<Path> list(String path) throws IOException {
    Path directory = file(path);
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.sorted().toList();
    }
  }
}

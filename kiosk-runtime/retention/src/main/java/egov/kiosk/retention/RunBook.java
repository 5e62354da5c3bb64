package egov.kiosk.retention;

import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Two instants in a file of their own, replaced as a whole: the latest time that is known to have
 * been reached, and when the last run was complete. For one thread.
 */
final class RunBook {
  private static final int MOST_BYTES = 200;

  private final WholeFile file;
  private Optional<Instant> reached = Optional.empty();
  private Optional<Instant> ran = Optional.empty();

  /**
   * Opens the book. One that cannot be understood counts as empty: then the platform's next time is
   * waited for.
   *
   * @param directory this room's own
   */
  RunBook(Path directory) throws IOException {
    file = new WholeFile(directory.resolve("book"), MOST_BYTES);
    List<String> lines = lines();
    reached = line(lines, 0);
    ran = line(lines, 1);
  }

  private List<String> lines() {
    try {
      return file.read()
          .map(kept -> new String(kept, StandardCharsets.ISO_8859_1).lines().limit(2).toList())
          .orElse(List.of());
    } catch (IOException e) {
      return List.of();
    }
  }

  private static Optional<Instant> line(List<String> lines, int index) {
    try {
      return lines.size() <= index
          ? Optional.empty()
          : Optional.of(Instant.parse(lines.get(index)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  Optional<Instant> reached() {
    return reached;
  }

  Optional<Instant> ran() {
    return ran;
  }

  /** Notes a time that was reached; does nothing when a later one is noted. */
  void reached(Instant time) throws IOException {
    if (reached.map(time::isAfter).orElse(true)) {
      write(time, ran);
    }
  }

  /** Notes that a run was complete. */
  void ran(Instant time) throws IOException {
    write(reached.filter(time::isBefore).orElse(time), Optional.of(time));
  }

  private void write(Instant newReached, Optional<Instant> newRan) throws IOException {
    String text = newReached + "\n" + newRan.map(Instant::toString).orElse("-") + "\n";
    file.write(text.getBytes(StandardCharsets.US_ASCII));
    reached = Optional.of(newReached);
    ran = newRan;
  }
}

package egov.kiosk.retention;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two instants in a file of their own, replaced as a whole: the latest time that is known to have
 * been reached, and when the last run was complete. For one thread.
 */
final class RunBook {
  private final Path file;
  private Optional<Instant> reached = Optional.empty();
  private Optional<Instant> ran = Optional.empty();

  /**
   * Opens the book. One that cannot be understood counts as empty: then the platform's next time is
   * waited for.
   *
   * @param directory this room's own
   */
  RunBook(Path directory) throws IOException {
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    file = directory.resolve("book");
    if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) < 200) {
      List<String> lines =
          Files.readString(file, StandardCharsets.ISO_8859_1).lines().limit(2).toList();
      reached = line(lines, 0);
      ran = line(lines, 1);
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
    Path fresh = file.resolveSibling("book.new");
    Files.deleteIfExists(fresh);
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    reached = Optional.of(newReached);
    ran = newRan;
  }
}

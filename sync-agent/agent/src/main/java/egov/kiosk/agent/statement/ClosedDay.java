package egov.kiosk.agent.statement;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The last day whose books were closed, in a small file that is replaced as a whole: the day, then
 * the day again backwards, so that no damage passes for a day. One that is damaged or missing says
 * nothing; the books are then offered again, and the queue takes none twice.
 */
final class ClosedDay {
  private static final String NAME = "closed-day";
  private static final int LENGTH = 22;

  private final Optional<Path> directory;
  private Optional<LocalDate> last = Optional.empty();

  /** Empty for nowhere: then the day is known as long as the program runs. */
  ClosedDay(Optional<Path> directory) {
    this.directory = directory;
  }

  /** The day, or empty when it is not known. */
  Optional<LocalDate> read() throws IOException {
    if (last.isEmpty() && directory.isPresent()) {
      last = parse(text(directory.get().resolve(NAME)));
    }
    return last;
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.size(file) == LENGTH ? Files.readString(file, StandardCharsets.ISO_8859_1) : "";
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private static Optional<LocalDate> parse(String text) {
    try {
      LocalDate day = LocalDate.parse(text.split("\n", 2)[0]);
      return line(day).equals(text) ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static String line(LocalDate day) {
    return day + "\n" + new StringBuilder(day.toString()).reverse() + "\n";
  }

  /** Remembers a day for good. */
  void write(LocalDate day) throws IOException {
    last = Optional.of(day);
    if (directory.isEmpty()) {
      return;
    }
    Path folder = Files.createDirectories(directory.get());
    Path fresh = folder.resolve(NAME + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(line(day).getBytes(StandardCharsets.ISO_8859_1));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(
        fresh,
        folder.resolve(NAME),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }
}

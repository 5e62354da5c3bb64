package egov.kiosk.agent.statement;

import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
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
  private static final int MOST_BYTES = 4096;

  private final Optional<WholeFile> file;
  private Optional<LocalDate> last = Optional.empty();

  /** Empty for nowhere: then the day is known as long as the program runs. */
  ClosedDay(Optional<Path> directory) {
    file = directory.map(folder -> new WholeFile(folder.resolve(NAME), MOST_BYTES));
  }

  /** The day, or empty when it is not known. */
  Optional<LocalDate> read() throws IOException {
    if (last.isEmpty() && file.isPresent()) {
      last =
          file.get().read().flatMap(kept -> parse(new String(kept, StandardCharsets.ISO_8859_1)));
    }
    return last;
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
    if (file.isPresent()) {
      file.get().write(line(day).getBytes(StandardCharsets.ISO_8859_1));
    }
  }
}

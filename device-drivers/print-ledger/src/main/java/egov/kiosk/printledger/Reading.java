package egov.kiosk.printledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was found in a journal.
 *
 * @param book everything that could be read
 * @param goodLength bytes up to the end of the last whole line
 * @param lastNumber the number of the last line taken, 0 for none
 * @param damaged whether a whole line is spoilt, missing or impossible; a torn last line is none
 */
record Reading(Book book, long goodLength, long lastNumber, boolean damaged) {
  /** A journal never grows near this: it is written anew at 1 MiB. */
  private static final long LARGEST = 64L * 1024 * 1024;

  static Reading of(Path file) throws IOException {
    if (!Files.exists(file)) {
      return new Reading(new Book(), 0, 0, false);
    }
    if (Files.size(file) > LARGEST) {
      return new Reading(new Book(), 0, 0, true);
    }
    return of(Files.readAllBytes(file));
  }

  static Reading of(byte[] bytes) {
    Book book = new Book();
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long good = 0;
    long number = 0;
    boolean damaged = false;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\n') {
        line.write(bytes[i]);
        continue;
      }
      Optional<LedgerLine> parsed = LedgerLine.parse(line.toByteArray());
      line.reset();
      good = i + 1L;
      if (parsed.isEmpty() || parsed.get().number() != number + 1 || !book.take(parsed.get())) {
        damaged = true;
      }
      // Gaps are damage once, not for every line after them.
      number = parsed.map(LedgerLine::number).orElse(number + 1);
    }
    return new Reading(book, good, number, damaged);
  }
}

package egov.kiosk.printledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One line of the journal: checksum, number, time, what happened, and its words. ASCII, so that a
 * technician can read it; the checksum (CRC-32C) covers everything after it.
 *
 * @param number consecutive from 1 in each file, so that a missing line shows
 * @param at when
 * @param words what happened and to which job; no word is empty or has a blank in it
 */
record LedgerLine(long number, Instant at, List<String> words) {
  private static final int LONGEST = 512;

  LedgerLine {
    words = List.copyOf(words);
  }

  byte[] bytes() {
    String text = number + " " + at.toEpochMilli() + " " + String.join(" ", words);
    return (checksum(text) + " " + text + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  /** The line without its end; empty when it is damaged. Takes anything. */
  static Optional<LedgerLine> parse(byte[] bytes) {
    if (bytes.length > LONGEST) {
      return Optional.empty();
    }
    String line = new String(bytes, StandardCharsets.US_ASCII);
    int space = line.indexOf(' ');
    if (space < 0 || !line.substring(0, space).equals(checksum(line.substring(space + 1)))) {
      return Optional.empty();
    }
    String[] words = line.substring(space + 1).split(" ", -1);
    if (words.length < 4) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LedgerLine(
              Long.parseLong(words[0]),
              Instant.ofEpochMilli(Long.parseLong(words[1])),
              List.of(words).subList(2, words.length)));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String checksum(String text) {
    CRC32C checksum = new CRC32C();
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    checksum.update(bytes, 0, bytes.length);
    return String.format("%08x", checksum.getValue());
  }
}

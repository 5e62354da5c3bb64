package egov.kiosk.updates.slot;

import egov.kiosk.updates.Refusal;
import egov.kiosk.updates.UpdateRefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads an archive of plain files (POSIX.1-1988 ustar). Everything else is refused: links, devices,
 * directories, extended headers, names of more than plain characters. For one thread.
 */
final class TarReader {
  private static final int BLOCK = 512;
  private static final int SUM_AT = 148;
  private static final int SUM_LENGTH = 8;

  private final InputStream in;
  private long left;
  private int padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /** A file in the archive. */
  record Entry(String path, long length) {}

  /**
   * The next file, after the one before was read to its end; empty at the end of the archive.
   *
   * @throws UpdateRefusedException {@link Refusal#ARCHIVE} for anything but a plain file
   */
  Optional<Entry> next() throws IOException, UpdateRefusedException {
    if (left != 0 || in.readNBytes(padding).length != padding) {
      throw refused("ends inside a file");
    }
    padding = 0;
    byte[] header = in.readNBytes(BLOCK);
    if (header.length < BLOCK) {
      throw refused("has no end");
    }
    if (empty(header)) {
      demandEnd();
      return Optional.empty();
    }
    demandPlain(header);
    left = number(header, 124, 12);
    padding = (int) ((BLOCK - left % BLOCK) % BLOCK);
    String prefix = text(header, 345, 155);
    String name = text(header, 0, 100);
    return Optional.of(new Entry(prefix.isEmpty() ? name : prefix + "/" + name, left));
  }

  /** Some bytes of the file; -1 at its end. */
  int read(byte[] into) throws IOException, UpdateRefusedException {
    if (left == 0) {
      return -1;
    }
    int got = in.read(into, 0, (int) Math.min(into.length, left));
    if (got < 0) {
      throw refused("is cut short");
    }
    left -= got;
    return got;
  }

  private void demandPlain(byte[] header) throws UpdateRefusedException {
    byte[] blank = header.clone();
    Arrays.fill(blank, SUM_AT, SUM_AT + SUM_LENGTH, (byte) ' ');
    int sum = 0;
    for (byte one : blank) {
      sum += one & 0xff;
    }
    if (sum != number(header, SUM_AT, SUM_LENGTH)) {
      throw refused("has a header with a wrong sum");
    }
    if (header[156] != '0' && header[156] != 0) {
      throw refused("holds something that is no plain file");
    }
    if (!text(header, 157, 100).isEmpty() || !text(header, 257, 6).equals("ustar")) {
      throw refused("has a header of another kind");
    }
  }

  private void demandEnd() throws IOException, UpdateRefusedException {
    byte[] rest = new byte[BLOCK];
    int got;
    int blocks = 0;
    while ((got = in.readNBytes(rest, 0, BLOCK)) > 0) {
      // tar pads to twenty blocks; more than that is something hidden behind the end.
      if (!empty(rest) || got < BLOCK || ++blocks > 20) {
        throw refused("goes on behind its end");
      }
    }
  }

  private static boolean empty(byte[] block) {
    for (byte one : block) {
      if (one != 0) {
        return false;
      }
    }
    return true;
  }

  private static String text(byte[] header, int at, int length) {
    int end = at;
    while (end < at + length && header[end] != 0) {
      end++;
    }
    return new String(header, at, end - at, StandardCharsets.ISO_8859_1);
  }

  private static long number(byte[] header, int at, int length) throws UpdateRefusedException {
    String digits = text(header, at, length).strip();
    if (!digits.matches("[0-7]{1,11}")) {
      throw refused("has a number that is none");
    }
    return Long.parseLong(digits, 8);
  }

  private static UpdateRefusedException refused(String why) {
    return new UpdateRefusedException(Refusal.ARCHIVE, "the archive " + why);
  }
}

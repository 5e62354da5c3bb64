package egov.kiosk.custody;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** This process's own writable memory, as an intruder with its rights would read it. */
final class OwnMemory {
  private static final int PIECE = 1 << 20;

  private OwnMemory() {}

  /**
   * How often bytes are in memory.
   *
   * @param hidden what to look for, every byte inverted, so that the search does not find itself
   */
  static int count(byte[] hidden) throws IOException {
    int found = 0;
    try (RandomAccessFile memory = new RandomAccessFile("/proc/self/mem", "r")) {
      byte[] piece = new byte[PIECE + hidden.length];
      for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
        String[] parts = line.split("[- ]+", 4);
        if (!parts[2].startsWith("rw")) {
          continue;
        }
        long from = Long.parseUnsignedLong(parts[0], 16);
        long to = Long.parseUnsignedLong(parts[1], 16);
        if (from < 0 || to < 0) {
          continue;
        }
        for (long at = from; at < to; at += PIECE) {
          int length = (int) Math.min(piece.length, to - at);
          if (read(memory, at, piece, length)) {
            found += matches(piece, Math.min(length, PIECE), length, hidden);
          }
          // The search's own buffer is memory, too.
          Arrays.fill(piece, (byte) 0);
        }
      }
    }
    return found;
  }

  private static boolean read(RandomAccessFile memory, long at, byte[] into, int length) {
    try {
      memory.seek(at);
      memory.readFully(into, 0, length);
      return true;
    } catch (IOException e) {
      // Some mappings cannot be read; an intruder cannot read them either.
      return false;
    }
  }

  private static int matches(byte[] piece, int starts, int length, byte[] hidden) {
    int found = 0;
    for (int at = 0; at < starts && at + hidden.length <= length; at++) {
      int same = 0;
      while (same < hidden.length && piece[at + same] == (byte) ~hidden[same]) {
        same++;
      }
      if (same == hidden.length) {
        found++;
      }
    }
    return found;
  }
}

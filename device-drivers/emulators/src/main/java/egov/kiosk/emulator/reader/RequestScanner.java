package egov.kiosk.emulator.reader;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds request frames in a stream that may hold anything: {@code AA AA AA 96 69 | LEN_H LEN_L |
 * CMD | PARA | DATA | CHK}, LEN counting everything after itself, CHK the XOR of LEN to DATA.
 *
 * <p>Junk before a preamble is dropped, also junk that looks like the beginning of one. Not thread
 * safe.
 */
final class RequestScanner {
  private static final int[] PREAMBLE = {0xAA, 0xAA, 0xAA, 0x96, 0x69};
  private static final int HEADER = PREAMBLE.length + 2;

  /** CMD, PARA and CHK. */
  private static final int LEAST_LENGTH = 3;

  /** Longer than any request of the protocol; longer ones are refused before they are collected. */
  private static final int MOST_LENGTH = 64;

  private final byte[] held = new byte[HEADER + MOST_LENGTH];
  private int count;

  /** Takes bytes and hands out what they completed, in order. */
  List<Arrival> accept(byte[] bytes, int length) {
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      held[count++] = bytes[i];
      Arrival arrival = afterOneByte();
      if (arrival != null) {
        arrivals.add(arrival);
      }
    }
    return arrivals;
  }

  /** Whether a frame has begun and not ended. */
  boolean midFrame() {
    return count > 0;
  }

  /** Forgets a frame that has begun. */
  void reset() {
    count = 0;
  }

  private Arrival afterOneByte() {
    if (count <= PREAMBLE.length) {
      dropJunk();
      return null;
    }
    if (count < HEADER) {
      return null;
    }
    int length = at(PREAMBLE.length) << 8 | at(PREAMBLE.length + 1);
    if (length < LEAST_LENGTH || length > MOST_LENGTH) {
      reset();
      return new Arrival.WrongLength();
    }
    return count < HEADER + length ? null : wholeFrame(length);
  }

  /** Keeps the longest tail of the held bytes that a preamble could begin with. */
  private void dropJunk() {
    int from = 0;
    while (!startsPreamble(from)) {
      from++;
    }
    System.arraycopy(held, from, held, 0, count - from);
    count -= from;
  }

  private boolean startsPreamble(int from) {
    for (int i = from; i < count; i++) {
      if (at(i) != PREAMBLE[i - from]) {
        return false;
      }
    }
    return true;
  }

  private Arrival wholeFrame(int length) {
    int xor = 0;
    for (int i = PREAMBLE.length; i < count; i++) {
      xor ^= at(i);
    }
    reset();
    if (xor != 0) {
      return new Arrival.WrongChecksum();
    }
    return new Arrival.Request(at(HEADER) << 8 | at(HEADER + 1), length - LEAST_LENGTH);
  }

  private int at(int index) {
    return Byte.toUnsignedInt(held[index]);
  }
}

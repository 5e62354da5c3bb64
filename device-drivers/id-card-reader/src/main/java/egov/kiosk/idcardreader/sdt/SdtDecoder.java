package egov.kiosk.idcardreader.sdt;

import java.util.Arrays;
import java.util.Optional;

/**
 * Finds answers in a stream of bytes that comes in pieces of any size, with anything in between.
 * Memory is fixed, however long the junk is. Not thread safe.
 *
 * <p>A candidate whose length or checksum is wrong gives up its first byte only: the true frame may
 * have begun inside it.
 */
final class SdtDecoder {
  private final byte[] buffer = new byte[2 * (SdtFrame.HEADER_LENGTH + SdtFrame.MOST_LENGTH)];
  private int start;
  private int end;
  private boolean damaged;

  /** How many bytes {@link #accept} takes now; never zero after {@link #next} said empty. */
  int room() {
    return buffer.length - (end - start);
  }

  /** Adds bytes; at most {@link #room()}. */
  void accept(byte[] bytes, int offset, int length) {
    if (length > room()) {
      throw new IllegalArgumentException("more bytes than there is room for");
    }
    if (length > buffer.length - end) {
      System.arraycopy(buffer, start, buffer, 0, end - start);
      end -= start;
      start = 0;
    }
    System.arraycopy(bytes, offset, buffer, end, length);
    end += length;
  }

  /** The next whole, undamaged answer; empty when more bytes are needed. */
  Optional<SdtReply> next() {
    while (end - start >= SdtFrame.HEADER_LENGTH) {
      if (!preambleAt(start)) {
        start++;
        continue;
      }
      int length =
          Byte.toUnsignedInt(buffer[start + 5]) << 8 | Byte.toUnsignedInt(buffer[start + 6]);
      if (length < SdtFrame.LEAST_LENGTH || length > SdtFrame.MOST_LENGTH) {
        start++;
        continue;
      }
      int frameEnd = start + SdtFrame.HEADER_LENGTH + length;
      if (frameEnd > end) {
        return Optional.empty();
      }
      if (SdtFrame.xor(buffer, start + SdtFrame.PREAMBLE_LENGTH, frameEnd) == 0) {
        SdtReply reply = reply(start + SdtFrame.HEADER_LENGTH, frameEnd - 1);
        start = frameEnd;
        return Optional.of(reply);
      }
      damaged = true;
      start++;
    }
    return Optional.empty();
  }

  private boolean preambleAt(int position) {
    for (int i = 0; i < SdtFrame.PREAMBLE_LENGTH; i++) {
      if (buffer[position + i] != SdtFrame.preamble(i)) {
        return false;
      }
    }
    return true;
  }

  private SdtReply reply(int from, int to) {
    SdtStatus status = SdtStatus.of(Byte.toUnsignedInt(buffer[from + 2]));
    return new SdtReply(status, Arrays.copyOfRange(buffer, from + 3, to));
  }

  /** Whether something that looks like another answer follows what was taken out. */
  boolean holdsMore() {
    return end - start >= SdtFrame.PREAMBLE_LENGTH && preambleAt(start);
  }

  /** Whether a whole frame with a wrong checksum went by since {@link #clear}. */
  boolean sawDamage() {
    return damaged;
  }

  /** Forgets everything and overwrites it. */
  void clear() {
    Arrays.fill(buffer, (byte) 0);
    start = 0;
    end = 0;
    damaged = false;
  }
}

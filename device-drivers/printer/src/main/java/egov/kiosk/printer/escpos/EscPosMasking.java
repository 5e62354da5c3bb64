package egov.kiosk.printer.escpos;

import egov.kiosk.link.capture.Masking;
import java.util.Arrays;

/**
 * What may be written down of the line to a receipt printer: commands and status bytes as they
 * were; letters, digits and Chinese characters each as the same one of its kind; pictures and the
 * content of QR symbols as nothing. Behind a command that is not known everything is nothing.
 */
public final class EscPosMasking implements Masking {
  private static final byte LETTER = 'x';
  private static final byte DIGIT = '0';
  private static final byte[] CHINESE = {(byte) 0xD1, (byte) 0xF9};
  private static final byte[] RARE = {(byte) 0x81, 0x30, (byte) 0x81, 0x30};
  private static final byte JUNK = 0x01;

  @Override
  public byte[] sent(byte[] bytes) {
    byte[] shown = new byte[bytes.length];
    int at = 0;
    while (at < bytes.length) {
      int next = at + 1;
      int first = Byte.toUnsignedInt(bytes[at]);
      if (first == 0x10 || first == 0x1B || first == 0x1C || first == 0x1D) {
        next = command(bytes, at, shown);
        if (next == 0) {
          return shown;
        }
      } else if (first >= 0x81 && first <= 0xFE) {
        next = chinese(bytes, at, shown);
      } else {
        shown[at] = single(first);
      }
      at = next;
    }
    return shown;
  }

  private static byte single(int value) {
    if (value >= '0' && value <= '9') {
      return DIGIT;
    }
    return value > 0x20 && value < 0x7F
        ? LETTER
        : value == 0x20 || value == 0x0A ? (byte) value : 0;
  }

  private static int chinese(byte[] bytes, int at, byte[] shown) {
    boolean rare = at + 1 < bytes.length && bytes[at + 1] >= 0x30 && bytes[at + 1] <= 0x39;
    byte[] other = rare ? RARE : CHINESE;
    int end = Math.min(bytes.length, at + other.length);
    System.arraycopy(other, 0, shown, at, end - at);
    return end;
  }

  /** Shows a command; returns where the next begins, 0 when this one is not known or not whole. */
  private static int command(byte[] bytes, int at, byte[] shown) {
    if (at + 2 > bytes.length) {
      return 0;
    }
    int shownBytes =
        switch (Byte.toUnsignedInt(bytes[at]) << 8 | Byte.toUnsignedInt(bytes[at + 1])) {
          case 0x1B40, 0x1C26 -> 2;
          case 0x1004, 0x1B61, 0x1B64, 0x1D21, 0x1D49, 0x1D72 -> 3;
          case 0x1D56 -> at + 2 < bytes.length && bytes[at + 2] >= 0x41 ? 4 : 3;
          case 0x1D28 -> 7;
          case 0x1D76 -> 8;
          default -> 0;
        };
    int end = at + shownBytes;
    if (shownBytes == 0 || end > bytes.length) {
      return 0;
    }
    System.arraycopy(bytes, at, shown, at, shownBytes);
    return end + payload(bytes, at, end, shown);
  }

  /** How many bytes of content follow a command; what they say is left out. */
  private static int payload(byte[] bytes, int at, int end, byte[] shown) {
    int length = 0;
    if (bytes[at + 1] == 0x28) {
      // GS ( k: the length counts the two bytes before the content; only a store has content.
      length = Math.max(0, word(bytes, at + 3) - 2);
      boolean store = bytes[at + 6] == 0x50;
      for (int i = end; i < Math.min(bytes.length, end + length); i++) {
        shown[i] = store && i > end ? LETTER : bytes[i];
      }
      if (!store && length > 2) {
        Arrays.fill(shown, end, Math.min(bytes.length, end + length), (byte) 0);
      }
    } else if (bytes[at + 1] == 0x76) {
      length = word(bytes, at + 4) * word(bytes, at + 6);
    }
    return Math.min(length, bytes.length - end);
  }

  private static int word(byte[] bytes, int at) {
    return Byte.toUnsignedInt(bytes[at]) | Byte.toUnsignedInt(bytes[at + 1]) << 8;
  }

  /** A printer says status and its serial number; whatever else comes is junk. */
  @Override
  public byte[] received(byte[] sent, byte[] bytes) {
    byte[] shown = new byte[bytes.length];
    int from = 0;
    if (Arrays.equals(sent, SerialNumber.question())) {
      from = serialNumber(bytes);
      System.arraycopy(bytes, 0, shown, 0, from);
    }
    for (int i = from; i < bytes.length; i++) {
      int value = Byte.toUnsignedInt(bytes[i]);
      boolean status = StatusByte.isStatus(value) || PaperConfirmation.isAnswer(value);
      shown[i] = status ? bytes[i] : JUNK;
    }
    return shown;
  }

  /** Where a serial number that begins at the first byte ends; 0 when none does. */
  private static int serialNumber(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, SerialNumber.LONGEST); i++) {
      boolean first = i == 0;
      if (first && !SerialNumber.begins(Byte.toUnsignedInt(bytes[i]))) {
        return 0;
      }
      if (!first && SerialNumber.ends(bytes[i])) {
        return i + 1;
      }
    }
    return 0;
  }
}

package egov.kiosk.idcardreader.sdt;

import egov.kiosk.link.capture.Masking;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What may be written down of the line to a security module: frames, status and the module's id as
 * they were; of a card its text field by field as a stand-in, its portrait, fingers, serial numbers
 * and addresses as zeros. A wrong checksum stays wrong by the same bits. Bytes outside of a frame
 * are zeros, too, unless they belong to a preamble.
 */
public final class SdtMasking implements Masking {
  private static final int STATUS = 3;
  private static final int TEXT = 256;
  private static final int PHOTO = 1024;
  private static final int MODULE_ID = 16;

  private final UnaryOperator<byte[]> textStandIn;

  /**
   * @param textStandIn a text block of nobody's for one of 256 bytes
   */
  public SdtMasking(UnaryOperator<byte[]> textStandIn) {
    this.textStandIn = Objects.requireNonNull(textStandIn, "textStandIn");
  }

  /** Requests say nothing about a citizen; what is no request is nobody's business. */
  @Override
  public byte[] sent(byte[] bytes) {
    byte[] shown = new byte[bytes.length];
    for (int at = 0; at < bytes.length; ) {
      int end = frameEnd(bytes, at, 3, 16);
      if (end > 0) {
        System.arraycopy(bytes, at, shown, at, end - at);
      }
      at = end > 0 ? end : at + 1;
    }
    return shown;
  }

  @Override
  public byte[] received(byte[] sent, byte[] bytes) {
    byte[] shown = new byte[bytes.length];
    for (int at = 0; at < bytes.length; ) {
      int end = frameEnd(bytes, at, SdtFrame.LEAST_LENGTH, SdtFrame.MOST_LENGTH);
      if (end > 0) {
        frame(sent, bytes, at, end, shown);
        at = end;
      } else if (preambleAt(bytes, at)) {
        // The beginning of a frame whose end never came.
        int known = Math.min(bytes.length, at + SdtFrame.HEADER_LENGTH + STATUS);
        System.arraycopy(bytes, at, shown, at, known - at);
        return shown;
      } else {
        shown[at] = partOfPreamble(bytes[at]) ? bytes[at] : 0;
        at++;
      }
    }
    return shown;
  }

  /** Where a whole frame that begins here ends; 0 when none does. */
  private static int frameEnd(byte[] bytes, int at, int least, int most) {
    if (at + SdtFrame.HEADER_LENGTH > bytes.length || !preambleAt(bytes, at)) {
      return 0;
    }
    int length = Byte.toUnsignedInt(bytes[at + 5]) << 8 | Byte.toUnsignedInt(bytes[at + 6]);
    int end = at + SdtFrame.HEADER_LENGTH + length;
    return length >= least && length <= most && end <= bytes.length ? end : 0;
  }

  private static boolean preambleAt(byte[] bytes, int at) {
    for (int i = 0; i < SdtFrame.PREAMBLE_LENGTH; i++) {
      if (at + i >= bytes.length || bytes[at + i] != SdtFrame.preamble(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean partOfPreamble(byte one) {
    return one == SdtFrame.preamble(0) || one == SdtFrame.preamble(3) || one == 0x69;
  }

  private void frame(byte[] sent, byte[] bytes, int at, int end, byte[] shown) {
    int from = at + SdtFrame.HEADER_LENGTH;
    int data = from + STATUS;
    System.arraycopy(bytes, at, shown, at, data - at);
    data(sent, Arrays.copyOfRange(bytes, data, end - 1), shown, data);
    byte error = SdtFrame.xor(bytes, at + SdtFrame.PREAMBLE_LENGTH, end);
    shown[end - 1] = (byte) (SdtFrame.xor(shown, at + SdtFrame.PREAMBLE_LENGTH, end - 1) ^ error);
  }

  private void data(byte[] sent, byte[] data, byte[] shown, int to) {
    if (data.length == MODULE_ID && asked(sent, SdtCommand.MODULE_ID)) {
      System.arraycopy(data, 0, shown, to, data.length);
      return;
    }
    int lengths = asked(sent, SdtCommand.READ_WITH_FINGERPRINTS) ? 6 : 4;
    if (data.length >= lengths + TEXT + PHOTO) {
      System.arraycopy(data, 0, shown, to, lengths);
      byte[] text = Arrays.copyOfRange(data, lengths, lengths + TEXT);
      byte[] other = textStandIn.apply(text);
      System.arraycopy(other, 0, shown, to + lengths, TEXT);
      Arrays.fill(text, (byte) 0);
    }
  }

  /** Whether the last request was this one. */
  private static boolean asked(byte[] sent, SdtCommand command) {
    int at = sent.length - 3;
    return at >= SdtFrame.HEADER_LENGTH
        && preambleAt(sent, at - SdtFrame.HEADER_LENGTH)
        && sent[at] == command.command()
        && sent[at + 1] == command.parameter();
  }
}

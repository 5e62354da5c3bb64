package egov.kiosk.emulator.camera;

import java.io.ByteArrayOutputStream;

/**
 * Blocks of one shade each in the usual Huffman code of JPEG (ITU-T T.81, tables K.3 to K.6): the
 * difference to the block before, and "no more". Used by one thread.
 */
final class HuffmanBits {
  private static final String[] LUMINANCE = {
    "00", "010", "011", "100", "101", "110", "1110", "11110", "111110"
  };
  private static final String[] COLOUR = {
    "00", "01", "10", "110", "1110", "11110", "111110", "1111110", "11111110"
  };
  private static final String NO_MORE_LUMINANCE = "1010";
  private static final String NO_MORE_COLOUR = "00";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int bits;
  private int count;

  /**
   * @param difference -255 to 255
   */
  void luminance(int difference) {
    block(difference, LUMINANCE, NO_MORE_LUMINANCE);
  }

  /**
   * @param difference -255 to 255
   */
  void colour(int difference) {
    block(difference, COLOUR, NO_MORE_COLOUR);
  }

  private void block(int difference, String[] code, String noMore) {
    int size = Integer.SIZE - Integer.numberOfLeadingZeros(Math.abs(difference));
    put(code[size]);
    int value = difference < 0 ? difference + (1 << size) - 1 : difference;
    for (int bit = size - 1; bit >= 0; bit--) {
      put(value >> bit & 1);
    }
    put(noMore);
  }

  private void put(String code) {
    code.chars().forEach(bit -> put(bit - '0'));
  }

  private void put(int bit) {
    bits = bits << 1 | bit;
    count++;
    if (count == 8) {
      out.write(bits);
      if (bits == 0xFF) {
        out.write(0);
      }
      bits = 0;
      count = 0;
    }
  }

  /** The bytes, filled up with ones. */
  byte[] end() {
    while (count > 0) {
      put(1);
    }
    return out.toByteArray();
  }
}

package egov.kiosk.conformance;

/** The size of a JPEG by its header (ITU-T T.81, B.2.2), without decoding it. */
final class JpegSize {
  private static final int MARKER = 0xFF;
  private static final int START = 0xD8;
  private static final int FRAME_FIRST = 0xC0;
  private static final int FRAME_LAST = 0xCF;
  private static final int HUFFMAN = 0xC4;
  private static final int EXTENSION = 0xC8;
  private static final int ARITHMETIC = 0xCC;

  private JpegSize() {}

  /** Width and height in pixels; an empty array when it is no JPEG. */
  static int[] of(byte[] jpeg) {
    if (jpeg.length < 4 || at(jpeg, 0) != MARKER || at(jpeg, 1) != START) {
      return new int[0];
    }
    int place = 2;
    while (place + 9 <= jpeg.length && at(jpeg, place) == MARKER) {
      int kind = at(jpeg, place + 1);
      if (kind >= FRAME_FIRST
          && kind <= FRAME_LAST
          && kind != HUFFMAN
          && kind != EXTENSION
          && kind != ARITHMETIC) {
        return new int[] {pair(jpeg, place + 7), pair(jpeg, place + 5)};
      }
      place += 2 + pair(jpeg, place + 2);
    }
    return new int[0];
  }

  private static int at(byte[] bytes, int place) {
    return bytes[place] & 0xFF;
  }

  private static int pair(byte[] bytes, int place) {
    return at(bytes, place) << 8 | at(bytes, place + 1);
  }
}

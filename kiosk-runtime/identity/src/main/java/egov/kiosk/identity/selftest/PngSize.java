package egov.kiosk.identity.selftest;

import java.nio.ByteBuffer;

/** What a PNG says of its size, read before anything decodes it (RFC 2083 §11.2.1). */
final class PngSize {
  private static final long SIGNATURE = 0x89504E470D0A1A0AL;
  private static final int HEADER = 0x49484452;

  private PngSize() {}

  /** Whether it is a PNG whose sides are 1 to that many pixels long. */
  static boolean within(byte[] png, int most) {
    if (png.length < 24) {
      return false;
    }
    ByteBuffer bytes = ByteBuffer.wrap(png);
    boolean begins = bytes.getLong(0) == SIGNATURE && bytes.getInt(12) == HEADER;
    return begins && fits(bytes.getInt(16), most) && fits(bytes.getInt(20), most);
  }

  private static boolean fits(int side, int most) {
    return side >= 1 && side <= most;
  }
}

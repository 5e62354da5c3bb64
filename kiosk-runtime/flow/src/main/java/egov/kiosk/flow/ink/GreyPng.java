package egov.kiosk.flow.ink;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes a grey picture as PNG (ISO/IEC 15948): one header, one run of data, one end. */
final class GreyPng {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};

  private GreyPng() {}

  /**
   * @param dots one byte a dot, rows from top to bottom
   */
  static byte[] of(int width, int height, byte[] dots) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    // 8 bits deep, grey, and the only methods of compression, filter and interlace there are.
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    header.put((byte) 8).put((byte) 0).put((byte) 0).put((byte) 0).put((byte) 0);
    chunk(out, "IHDR", header.array());
    chunk(out, "IDAT", packed(width, height, dots));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static byte[] packed(int width, int height, byte[] dots) {
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] piece = new byte[8192];
      byte[] row = new byte[width + 1];
      for (int y = 0; y < height; y++) {
        System.arraycopy(dots, y * width, row, 1, width);
        deflater.setInput(row);
        if (y == height - 1) {
          deflater.finish();
        }
        while (!deflater.needsInput() && !deflater.finished()) {
          out.write(piece, 0, deflater.deflate(piece));
        }
      }
      while (!deflater.finished()) {
        out.write(piece, 0, deflater.deflate(piece));
      }
      return out.toByteArray();
    } finally {
      deflater.end();
    }
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 crc = new CRC32();
    crc.update(name);
    crc.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
  }
}

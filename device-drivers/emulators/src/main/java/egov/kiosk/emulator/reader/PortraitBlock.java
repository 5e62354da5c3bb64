package egov.kiosk.emulator.reader;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The 1024 bytes of a card's portrait. Real cards hold a proprietary format (WLT); the emulator's
 * block is {@code EWLT1\0}, the length as little-endian u16 and a compressed picture of at most
 * 1016 bytes, padded with zeros. Immutable.
 */
final class PortraitBlock {
  /** A block of zeros. */
  static final PortraitBlock NONE = new PortraitBlock(new byte[0]);

  static final int LENGTH = 1024;
  private static final byte[] MAGIC = "EWLT1\0".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_PICTURE = LENGTH - MAGIC.length - 2;

  private final byte[] picture;

  private PortraitBlock(byte[] picture) {
    this.picture = picture;
  }

  /**
   * Reads a picture file.
   *
   * @throws IOException when it cannot be read or is longer than 1016 bytes
   */
  static PortraitBlock of(Path file) throws IOException {
    byte[] picture = Files.readAllBytes(file);
    if (picture.length == 0 || picture.length > MOST_PICTURE) {
      throw new IOException(
          "portrait " + file + " has " + picture.length + " bytes, needed 1.." + MOST_PICTURE);
    }
    return new PortraitBlock(picture);
  }

  /** A fresh array of 1024 bytes. */
  byte[] bytes() {
    ByteBuffer block = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    if (picture.length > 0) {
      block.put(MAGIC).putShort((short) picture.length).put(picture);
    }
    return block.array();
  }
}

package egov.kiosk.identity.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import egov.kiosk.identity.portrait.PortraitRefusedException;

/**
 * The header of a simple WebP file (RFC 9649 §2.5 and §2.6): one VP8 or VP8L chunk that fills the
 * file. The extended format (animation, profiles, metadata) is refused.
 */
final class WebpHeader {
  private static final int CHUNK_DATA = 20;

  private WebpHeader() {}

  static boolean recognises(byte[] image) {
    return image.length >= CHUNK_DATA + 10
        && ascii(image, 0).equals("RIFF")
        && ascii(image, 8).equals("WEBP");
  }

  static ImageHeader read(byte[] image) throws PortraitRefusedException {
    int riff = ImageHeader.littleEndian(image, 4, 4);
    int chunk = ImageHeader.littleEndian(image, 16, 4);
    if (riff != image.length - 8 || chunk < 0 || chunk + (chunk & 1) != image.length - CHUNK_DATA) {
      throw new PortraitRefusedException("the portrait is a WebP image of another length");
    }
    return switch (ascii(image, 12)) {
      case "VP8 " -> lossy(image);
      case "VP8L" -> lossless(image);
      default -> throw new PortraitRefusedException("the portrait is no simple WebP image");
    };
  }

  /** RFC 6386 §9.1: a key frame has its start code, then 14 bits of width and of height. */
  private static ImageHeader lossy(byte[] image) throws PortraitRefusedException {
    boolean keyFrame = (image[CHUNK_DATA] & 1) == 0;
    if (!keyFrame || ImageHeader.littleEndian(image, CHUNK_DATA + 3, 3) != 0x2A019D) {
      throw new PortraitRefusedException("the portrait is a WebP image without a key frame");
    }
    return ImageHeader.of(
        ImageHeader.littleEndian(image, CHUNK_DATA + 6, 2) & 0x3FFF,
        ImageHeader.littleEndian(image, CHUNK_DATA + 8, 2) & 0x3FFF);
  }

  /** RFC 9649 §3.4: a signature byte, then 14 bits of width less one and of height less one. */
  private static ImageHeader lossless(byte[] image) throws PortraitRefusedException {
    int bits = ImageHeader.littleEndian(image, CHUNK_DATA + 1, 4);
    if (ImageHeader.unsigned(image, CHUNK_DATA) != 0x2F || bits >>> 29 != 0) {
      throw new PortraitRefusedException("the portrait is a damaged lossless WebP image");
    }
    return ImageHeader.of((bits & 0x3FFF) + 1, (bits >>> 14 & 0x3FFF) + 1);
  }

  private static String ascii(byte[] image, int at) {
    return new String(image, at, 4, ISO_8859_1);
  }
}

package egov.kiosk.identity.emulator;

import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.portrait.PortraitRefusedException;

/**
 * What a compressed image says of itself, read by our own few lines before a native decoder sees a
 * byte of it: image bombs and renamed formats end here.
 *
 * @param width in pixels, 1 to {@value PortraitPicture#MAX_SIDE}
 * @param height in pixels, 1 to {@value PortraitPicture#MAX_SIDE}
 */
record ImageHeader(int width, int height) {
  ImageHeader {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture has an area");
    }
  }

  /**
   * Reads the header of a WebP or baseline JPEG image; nothing else is allowed on a card.
   *
   * @throws PortraitRefusedException when it is of another format, too large or cut off
   */
  static ImageHeader read(byte[] image) throws PortraitRefusedException {
    if (WebpHeader.recognises(image)) {
      return WebpHeader.read(image);
    }
    if (JpegHeader.recognises(image)) {
      return JpegHeader.read(image);
    }
    throw new PortraitRefusedException("the portrait is neither WebP nor JPEG");
  }

  /** A header with sides within the limits. */
  static ImageHeader of(int width, int height) throws PortraitRefusedException {
    int max = PortraitPicture.MAX_SIDE;
    if (width < 1 || height < 1 || width > max || height > max) {
      throw new PortraitRefusedException("the portrait says it is " + width + "x" + height);
    }
    return new ImageHeader(width, height);
  }

  static int unsigned(byte[] bytes, int at) {
    return bytes[at] & 0xFF;
  }

  static int littleEndian(byte[] bytes, int at, int count) {
    int value = 0;
    for (int i = count - 1; i >= 0; i--) {
      value = value << 8 | unsigned(bytes, at + i);
    }
    return value;
  }
}

package egov.kiosk.identity.emulator;

import egov.kiosk.identity.portrait.PortraitRefusedException;

/**
 * The header of a JPEG file (ITU-T T.81, annex B): walks the marker segments to the frame header.
 * Only baseline and extended sequential frames pass, and the file must end as a JPEG file ends, so
 * that a cut one is refused.
 */
final class JpegHeader {
  private static final int SOF0 = 0xC0;
  private static final int SOF1 = 0xC1;
  private static final int SOS = 0xDA;
  private static final int EOI = 0xD9;
  private static final int FRAME_HEADER_BYTES = 8;

  private JpegHeader() {}

  static boolean recognises(byte[] image) {
    return image.length >= 4 && image[0] == (byte) 0xFF && image[1] == (byte) 0xD8;
  }

  static ImageHeader read(byte[] image) throws PortraitRefusedException {
    int length = image.length;
    if (marker(image, length - 2) != EOI) {
      throw new PortraitRefusedException("the portrait is a JPEG image that was cut off");
    }
    int at = 2;
    while (at + 4 <= length) {
      int marker = marker(image, at);
      int segment = bigEndian(image, at + 2);
      if (segment < 2 || at + 2 + segment > length) {
        break;
      }
      if (marker == SOF0 || marker == SOF1) {
        return frame(image, at + 4, segment - 2);
      }
      if (marker < SOF0 || marker == SOS || isOtherFrame(marker) || isMetadata(marker)) {
        break;
      }
      at += 2 + segment;
    }
    throw new PortraitRefusedException("the portrait is no baseline JPEG image");
  }

  private static ImageHeader frame(byte[] image, int at, int bytes)
      throws PortraitRefusedException {
    int components = bytes < FRAME_HEADER_BYTES ? 0 : ImageHeader.unsigned(image, at + 5);
    boolean depthOfEight = bytes >= FRAME_HEADER_BYTES && image[at] == 8;
    if (!depthOfEight || components != 1 && components != 3) {
      throw new PortraitRefusedException("the portrait is a JPEG image of an unusual kind");
    }
    return ImageHeader.of(bigEndian(image, at + 3), bigEndian(image, at + 1));
  }

  /** C0 to CF are frame headers, except DHT (C4), JPG (C8) and DAC (CC). */
  private static boolean isOtherFrame(int marker) {
    return marker <= 0xCF && marker != 0xC4 && marker != 0xCC;
  }

  /** Profiles and camera data (APP1 to APP15) have no place on a card. */
  private static boolean isMetadata(int marker) {
    return marker >= 0xE1 && marker <= 0xEF;
  }

  /** The marker at a place, or -1 when there is none. */
  private static int marker(byte[] image, int at) {
    return image[at] == (byte) 0xFF ? ImageHeader.unsigned(image, at + 1) : -1;
  }

  private static int bigEndian(byte[] bytes, int at) {
    return ImageHeader.unsigned(bytes, at) << 8 | ImageHeader.unsigned(bytes, at + 1);
  }
}

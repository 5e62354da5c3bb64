package egov.kiosk.domain.picture;

/**
 * Lets a JPEG picture through to a decoder, or not (ITU-T T.81, annex B): by its first bytes, its
 * marker segments up to the picture data, its frame header and its end. Renamed formats, picture
 * bombs, progressive pictures (whose scans can be many), overlong metadata and pictures that were
 * cut off end here. Immutable.
 */
public final class JpegJudge {
  private static final int SOI = 0xD8;
  private static final int EOI = 0xD9;
  private static final int SOS = 0xDA;
  private static final int SOF0 = 0xC0;
  private static final int SOF1 = 0xC1;
  private static final int FRAME_HEADER = 8;

  /** Tables take some 700 bytes; a camera's notes a few KiB. */
  private static final int MOST_METADATA = 64 * 1024;

  private final int mostBytes;
  private final int mostWidth;
  private final int mostHeight;

  /**
   * @param mostBytes the longest file
   * @param mostWidth the widest picture, in pixels
   * @param mostHeight the highest picture, in pixels
   */
  public JpegJudge(int mostBytes, int mostWidth, int mostHeight) {
    this.mostBytes = mostBytes;
    this.mostWidth = mostWidth;
    this.mostHeight = mostHeight;
  }

  /**
   * Judges a whole picture; zeros after its end, with which cameras fill up, are no part of it.
   *
   * @return the size a decoder must come to
   * @throws PictureRefusedException when no decoder may see it
   */
  public PictureSize judge(byte[] picture) throws PictureRefusedException {
    if (picture.length > mostBytes) {
      throw new PictureRefusedException("a picture of " + picture.length + " bytes");
    }
    int end = end(picture);
    if (end < 4 || marker(picture, 0) != SOI) {
      throw new PictureRefusedException("not a JPEG picture");
    }
    if (marker(picture, end - 2) != EOI) {
      throw new PictureRefusedException("a JPEG picture that was cut off");
    }
    return header(picture, end - 2);
  }

  private PictureSize header(byte[] picture, int end) throws PictureRefusedException {
    PictureSize size = null;
    int at = 2;
    while (at + 4 <= end && at <= MOST_METADATA) {
      int marker = marker(picture, at);
      int length = number(picture, at + 2);
      if (marker < SOF0 || length < 2 || at + 2 + length > end) {
        break;
      }
      if (marker == SOS) {
        if (size == null) {
          break;
        }
        return size;
      }
      if (marker == SOF0 || marker == SOF1) {
        if (size != null) {
          break;
        }
        size = frame(picture, at + 4, length - 2);
      } else if (otherFrame(marker)) {
        break;
      }
      at += 2 + length;
    }
    throw new PictureRefusedException("not a baseline JPEG picture");
  }

  private PictureSize frame(byte[] picture, int at, int length) throws PictureRefusedException {
    int components = length < FRAME_HEADER ? 0 : picture[at + 5] & 0xFF;
    if (length != 6 + 3 * components || picture[at] != 8 || components != 1 && components != 3) {
      throw new PictureRefusedException("a JPEG picture of an unusual kind");
    }
    int height = number(picture, at + 1);
    int width = number(picture, at + 3);
    if (width < 1 || height < 1 || width > mostWidth || height > mostHeight) {
      throw new PictureRefusedException("a picture that says it is " + width + "x" + height);
    }
    return new PictureSize(width, height);
  }

  /** C0 to CF are frame headers, but for DHT (C4) and DAC (CC); no other stands before a scan. */
  private static boolean otherFrame(int marker) {
    return marker <= 0xCF && marker != 0xC4 || marker >= 0xD0 && marker <= EOI;
  }

  private static int end(byte[] picture) {
    int end = picture.length;
    while (end > 0 && picture[end - 1] == 0) {
      end--;
    }
    return end;
  }

  /** The marker at a place, or -1 when there is none. */
  private static int marker(byte[] picture, int at) {
    return picture[at] == (byte) 0xFF ? picture[at + 1] & 0xFF : -1;
  }

  private static int number(byte[] picture, int at) {
    return (picture[at] & 0xFF) << 8 | picture[at + 1] & 0xFF;
  }
}

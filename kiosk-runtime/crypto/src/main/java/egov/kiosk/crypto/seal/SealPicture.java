package egov.kiosk.crypto.seal;

import java.util.Arrays;
import java.util.Locale;

/**
 * What a seal looks like (印章图像).
 *
 * @param format its file format in lower case, e.g. {@code png}; 1 to 8 letters or digits
 * @param image the file, 1 byte to 256 KiB
 * @param widthMillimetres 1 to 200
 * @param heightMillimetres 1 to 200
 */
public record SealPicture(
    String format, byte[] image, int widthMillimetres, int heightMillimetres) {
  private static final int LARGEST_IMAGE = 256 * 1024;
  private static final int LARGEST_SIDE = 200;

  public SealPicture {
    format = format.toLowerCase(Locale.ROOT);
    if (!format.matches("[a-z0-9]{1,8}")) {
      throw new IllegalArgumentException("a picture's format has 1 to 8 letters or digits");
    }
    if (image.length == 0 || image.length > LARGEST_IMAGE) {
      throw new IllegalArgumentException("a seal's picture has 1 byte to 256 KiB");
    }
    if (outside(widthMillimetres) || outside(heightMillimetres)) {
      throw new IllegalArgumentException("a seal's sides measure 1 to 200 mm");
    }
    image = image.clone();
  }

  private static boolean outside(int side) {
    return side < 1 || side > LARGEST_SIDE;
  }

  /** The file; a copy. */
  @Override
  public byte[] image() {
    return image.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SealPicture that
        && format.equals(that.format)
        && Arrays.equals(image, that.image)
        && widthMillimetres == that.widthMillimetres
        && heightMillimetres == that.heightMillimetres;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(image);
  }

  @Override
  public String toString() {
    return "SealPicture[" + format + " " + image.length + " bytes]";
  }
}

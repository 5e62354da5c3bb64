package egov.kiosk.domain.picture;

/**
 * How large a picture says it is.
 *
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 */
public record PictureSize(int width, int height) {
  public PictureSize {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException("a picture has an area");
    }
  }
}

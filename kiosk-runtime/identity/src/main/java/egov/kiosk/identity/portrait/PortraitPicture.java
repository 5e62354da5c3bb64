package egov.kiosk.identity.portrait;

import java.util.Arrays;

/**
 * A decoded portrait, in RAM only. Pixels are rows from the top, three bytes a pixel in the order
 * blue, green, red. {@link #close()} overwrites them.
 */
public final class PortraitPicture implements AutoCloseable {
  /** The longest side a portrait may have; cards have 102×126. */
  public static final int MAX_SIDE = 512;

  private final int width;
  private final int height;
  private final byte[] bgr;

  /**
   * Takes ownership of the array; it is not copied.
   *
   * @param width 1 to {@value #MAX_SIDE} pixels
   * @param height 1 to {@value #MAX_SIDE} pixels
   * @param bgr exactly width × height × 3 bytes
   */
  public PortraitPicture(int width, int height, byte[] bgr) {
    if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
      throw new IllegalArgumentException("a portrait has sides of 1 to 512 pixels");
    }
    if (bgr.length != width * height * 3) {
      throw new IllegalArgumentException("a portrait has width x height x 3 bytes");
    }
    this.width = width;
    this.height = height;
    this.bgr = bgr;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  /** The pixels themselves, not a copy; valid until {@link #close()}. */
  public byte[] bgr() {
    return bgr;
  }

  @Override
  public void close() {
    Arrays.fill(bgr, (byte) 0);
  }
}

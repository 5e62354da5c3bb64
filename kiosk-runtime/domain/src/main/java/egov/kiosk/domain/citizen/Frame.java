package egov.kiosk.domain.citizen;

import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One live picture, in RAM only. Pixels are rows from the top, three bytes a pixel in the order
 * blue, green, red. {@link #close()} overwrites them.
 */
public final class Frame implements AutoCloseable {
  private final int width;
  private final int height;
  private final byte[] bgr;
  private final Instant takenAt;

  /**
   * Takes ownership of the array; it is not copied, because a frame is megabytes and lives for
   * milliseconds.
   *
   * @param width in pixels, at least 1
   * @param height in pixels, at least 1
   * @param bgr exactly width × height × 3 bytes
   * @param takenAt when the frame left the camera
   */
  public Frame(int width, int height, byte[] bgr, Instant takenAt) {
    if (width < 1 || height < 1 || bgr.length != width * height * 3) {
      throw new IllegalArgumentException("a frame has width x height x 3 bytes");
    }
    this.width = width;
    this.height = height;
    this.bgr = bgr;
    this.takenAt = Objects.requireNonNull(takenAt, "takenAt");
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

  public Instant takenAt() {
    return takenAt;
  }

  /** Overwrites the pixels with zeros. */
  @Override
  public void close() {
    Arrays.fill(bgr, (byte) 0);
  }
}

package egov.kiosk.domain.device;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;

/** A page taken by a document camera, in RAM. {@link #close()} overwrites it. */
public final class DocumentPage implements AutoCloseable {
  /** The largest page, in bytes. */
  public static final int MOST_BYTES = 2 * 1024 * 1024;

  private final byte[] jpeg;
  private final int width;
  private final int height;
  private final Set<PageFlaw> flaws;

  /**
   * Takes ownership of the bytes.
   *
   * @param jpeg a baseline JPEG of 1 to {@value #MOST_BYTES} bytes
   * @param width in pixels
   * @param height in pixels
   * @param flaws what to tell the citizen before the page is kept; may be empty
   */
  public DocumentPage(byte[] jpeg, int width, int height, Set<PageFlaw> flaws) {
    if (jpeg.length == 0 || jpeg.length > MOST_BYTES || width < 1 || height < 1) {
      throw new IllegalArgumentException("a page has 1 byte to 2 MiB and a size");
    }
    this.jpeg = jpeg;
    this.width = width;
    this.height = height;
    this.flaws = Set.copyOf(Objects.requireNonNull(flaws, "flaws"));
  }

  /** A copy of the picture. */
  public byte[] jpeg() {
    return jpeg.clone();
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }

  public Set<PageFlaw> flaws() {
    return flaws;
  }

  /** Overwrites the picture with zeros. */
  @Override
  public void close() {
    Arrays.fill(jpeg, (byte) 0);
  }
}

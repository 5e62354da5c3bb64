package egov.kiosk.emulator.camera;

import java.awt.image.BufferedImage;

/** Lets a picture fade into the wall at its edges, so that no frame shows around a face. */
final class SoftEdge {
  /** The part of the shorter side over which it fades. */
  private static final double BAND = 0.04;

  private SoftEdge() {}

  /**
   * Changes the picture's transparency.
   *
   * @param picture of type ARGB; changed in place and returned
   */
  static BufferedImage applyTo(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    double band = Math.max(1, Math.min(width, height) * BAND);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int nearest = Math.min(Math.min(x, width - 1 - x), Math.min(y, height - 1 - y));
        int alpha = (int) (255 * Math.min(1, nearest / band));
        picture.setRGB(x, y, (alpha << 24) | (picture.getRGB(x, y) & 0xFFFFFF));
      }
    }
    return picture;
  }
}

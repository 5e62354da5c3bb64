package egov.kiosk.identity.vision;

/**
 * Where a face is, in pixels of the picture it was found in; may reach beyond its edges.
 *
 * @param x left edge
 * @param y upper edge
 * @param width in pixels, positive
 * @param height in pixels, positive
 * @param score how sure the detector is, 0 to 1
 */
public record FaceBox(double x, double y, double width, double height, double score) {
  public FaceBox {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException("a face box has an area");
    }
  }

  double area() {
    return width * height;
  }

  /** Intersection over union, 0 to 1. */
  public double overlap(FaceBox other) {
    double w = Math.min(x + width, other.x + other.width) - Math.max(x, other.x);
    double h = Math.min(y + height, other.y + other.height) - Math.max(y, other.y);
    if (w <= 0 || h <= 0) {
      return 0;
    }
    return w * h / (area() + other.area() - w * h);
  }

  /** The same box so many pixels farther right and down. */
  FaceBox moved(double right, double down) {
    return new FaceBox(x + right, y + down, width, height, score);
  }

  /** A square around the same centre, its side the longer one multiplied by the factor. */
  FaceBox square(double factor) {
    double side = Math.max(width, height) * factor;
    return new FaceBox(x + (width - side) / 2, y + (height - side) / 2, side, side, score);
  }
}

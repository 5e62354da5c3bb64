package egov.kiosk.bench.identity.attack;

import org.opencv.core.Point;

/** How far what is shown stands out towards the camera, and how it is lit from there. */
interface Relief {
  /**
   * Height above the plane of the eyes, in eye distances.
   *
   * @param x to the right of the nose, in eye distances
   * @param y below it
   */
  double height(double x, double y);

  /** The part of the screen's light that it throws back, 0 to 1. */
  double lit(double x, double y);

  /** A head: an ellipsoid with a nose. */
  static Relief head() {
    return new Relief() {
      @Override
      public double height(double x, double y) {
        double nose = 0.38 * Math.exp(-(x * x / 0.05 + (y - 0.1) * (y - 0.1) / 0.07));
        return 1.1 * facing(x, y) + nose;
      }

      @Override
      public double lit(double x, double y) {
        return 0.15 + 0.85 * facing(x, y);
      }

      private double facing(double x, double y) {
        double r = x * x / 1.25 + y * y / 2.9;
        return r >= 1 ? 0 : Math.sqrt(1 - r);
      }
    };
  }

  /** A sheet of paper. */
  static Relief sheet(double lit) {
    return new Relief() {
      @Override
      public double height(double x, double y) {
        return 0;
      }

      @Override
      public double lit(double x, double y) {
        return lit;
      }
    };
  }

  /** A sheet bent about an upright axis. */
  static Relief bent(double radius) {
    return new Relief() {
      @Override
      public double height(double x, double y) {
        return radius * Math.cos(angle(x));
      }

      @Override
      public double lit(double x, double y) {
        return 0.8 * Math.cos(angle(x));
      }

      private double angle(double x) {
        return Math.max(-1.2, Math.min(1.2, x / radius));
      }
    };
  }

  /** Where the nose is taken to be on a {@link Subject}'s canvas. */
  static Point origin() {
    return new Point(Subject.SIDE / 2.0, Subject.SIDE / 2.0);
  }
}

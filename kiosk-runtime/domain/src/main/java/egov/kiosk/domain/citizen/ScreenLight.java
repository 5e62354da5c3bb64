package egov.kiosk.domain.citizen;

/**
 * A light the kiosk's own screen throws on the citizen while the camera looks. Shown soft and for
 * at least half a second each, so that it never flickers (WCAG 2.2, 2.3.1: at most three flashes a
 * second).
 */
public enum ScreenLight {
  /** The page as it always is. */
  OFF(0, 0, 0),
  RED(1, 0, 0),
  GREEN(0, 1, 0),
  BLUE(0, 0, 1),
  YELLOW(1, 1, 0),
  CYAN(0, 1, 1),
  MAGENTA(1, 0, 1),
  WHITE(1, 1, 1);

  private final int red;
  private final int green;
  private final int blue;

  ScreenLight(int red, int green, int blue) {
    this.red = red;
    this.green = green;
    this.blue = blue;
  }

  /** Whether it holds red, 0 or 1. */
  public int red() {
    return red;
  }

  /** Whether it holds green, 0 or 1. */
  public int green() {
    return green;
  }

  /** Whether it holds blue, 0 or 1. */
  public int blue() {
    return blue;
  }
}

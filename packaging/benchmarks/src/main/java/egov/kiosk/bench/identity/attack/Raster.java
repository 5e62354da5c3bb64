package egov.kiosk.bench.identity.attack;

import java.util.Random;

/** Whether the camera sees the dots of prints and the pixels of screens. */
public enum Raster {
  VISIBLE,
  /** Too fine for it: nothing but form and light tells. */
  FINE,
  /** Half of the people each. */
  EITHER;

  /** Drawn in any case, so that the rest of a presentation does not depend on this choice. */
  boolean fine(Random random) {
    boolean drawn = random.nextBoolean();
    return this == EITHER ? drawn : this == FINE;
  }
}

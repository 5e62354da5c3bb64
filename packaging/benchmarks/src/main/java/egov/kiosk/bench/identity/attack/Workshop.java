package egov.kiosk.bench.identity.attack;

import java.util.EnumMap;
import java.util.Map;
import org.opencv.core.Core;
import org.opencv.core.CvType;
import org.opencv.core.Mat;

/**
 * What presentations have in common and is made once: the maps of forms, and a sensor's noise. One
 * thread.
 */
final class Workshop implements AutoCloseable {
  /** Noise is wider and higher than a picture, and each frame gets another part of it. */
  static final int SPARE = 96;

  /** The forms that things before the camera have. */
  enum Form {
    HEAD(Relief.head()),
    BENT(Relief.bent(1.6)),
    /** Paper throws back more of a screen's light than another screen does. */
    PAPER(Relief.sheet(0.75)),
    SCREEN(Relief.sheet(0.04)),
    /** Paper in the light of a lamp beside the lens. */
    PAPER_IN_LAMP(Relief.sheet(0.8));

    private final Relief relief;

    Form(Relief relief) {
      this.relief = relief;
    }

    Relief relief() {
      return relief;
    }
  }

  private final Map<Form, Sculptor> sculptors = new EnumMap<>(Form.class);
  private final Mat noise = new Mat(Room.HEIGHT + SPARE, Room.WIDTH + SPARE, CvType.CV_16SC3);

  Workshop() {
    Core.randn(noise, 0, 2);
  }

  /** Shows subjects in a form; stays this workshop's. */
  Sculptor sculptor(Form form) {
    return sculptors.computeIfAbsent(
        form, wanted -> new Sculptor(wanted.relief(), wanted == Form.HEAD));
  }

  /** A sensor's noise, {@value #SPARE} pixels wider and higher than its pictures. */
  Mat noise() {
    return noise;
  }

  @Override
  public void close() {
    sculptors.values().forEach(Sculptor::close);
    noise.release();
  }
}

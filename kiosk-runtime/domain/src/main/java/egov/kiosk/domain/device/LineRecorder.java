package egov.kiosk.domain.device;

import java.time.Duration;
import java.util.Optional;

/**
 * Writes down what goes over a device's line while the kiosk serves; whatever is a citizen's is
 * masked field by field before it is kept. Only a technician may ask for this, and whoever asks has
 * recorded it first. Safe for use by several threads.
 */
public interface LineRecorder {
  /** The longest a recording may take. */
  Duration LONGEST = Duration.ofMinutes(10);

  /** The most characters of a recording that are kept; what comes then ends it. */
  int MOST_CHARACTERS = 1 << 20;

  /** What became of a request. */
  enum Outcome {
    /** It is being recorded now. */
    BEGUN,
    /** No device is called that. */
    NO_DEVICE,
    /** The device has no line of bytes: a camera. */
    NO_LINE,
    /** This device, or another, is being recorded already. */
    RUNNING
  }

  /**
   * Begins to record; it ends by itself. What was recorded before is forgotten.
   *
   * @param device the device's name
   * @param time how long; at most {@link #LONGEST}
   */
  Outcome begin(String device, Duration time);

  /** Whether it is still under way. */
  boolean running();

  /** Ends what is under way; nothing when nothing is. */
  void end();

  /**
   * Hands out what was recorded, and forgets it.
   *
   * @return the text that {@code kiosk device replay} reads; empty while it is under way, and when
   *     nothing was recorded
   */
  Optional<String> take();
}

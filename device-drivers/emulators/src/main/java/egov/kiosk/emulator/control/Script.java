package egov.kiosk.emulator.control;

import java.time.Duration;
import java.util.List;

/**
 * What shall happen to a device, and when; immutable. {@link ScriptReader} says how it is written.
 *
 * @param steps in order
 */
record Script(List<Step> steps) {
  Script {
    steps = List.copyOf(steps);
  }

  /** One line of a script, or a block of them. */
  sealed interface Step permits Order, Pause, Until, Repeat {}

  /**
   * An order, as on the control line.
   *
   * @param line where it stands in the file, from 1
   */
  record Order(int line, List<String> words) implements Step {
    Order {
      words = List.copyOf(words);
    }
  }

  /** Lets a time pass, drawn evenly from the two and those between. */
  record Pause(Duration least, Duration most) implements Step {}

  /**
   * Waits for the device to come to something.
   *
   * @param times the how-manyth from now
   * @param within the script fails when it has not come by then
   */
  record Until(int line, String event, int times, Duration within) implements Step {}

  /**
   * Steps over and over.
   *
   * @param times how often; {@link #FOREVER} until the script is stopped
   */
  record Repeat(int times, List<Step> steps) implements Step {
    static final int FOREVER = Integer.MAX_VALUE;

    Repeat {
      steps = List.copyOf(steps);
    }
  }
}

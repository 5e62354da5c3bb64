package egov.kiosk.emulator.scanner;

import java.time.Duration;

/**
 * Something the scanner says.
 *
 * @param bytes what goes over the line
 * @param pause after each byte; zero says it in one breath
 * @param times how often
 * @param gap between two times
 */
record Utterance(byte[] bytes, Duration pause, int times, Duration gap) {
  static Utterance once(byte[] bytes) {
    return new Utterance(bytes, Duration.ZERO, 1, Duration.ZERO);
  }
}

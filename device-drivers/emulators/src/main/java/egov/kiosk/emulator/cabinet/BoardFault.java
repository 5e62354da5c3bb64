package egov.kiosk.emulator.cabinet;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the board can misbehave. */
enum BoardFault {
  /** No answer. */
  SILENCE,
  /** The check does not fit. */
  WRONG_CHECK,
  /** Half the answer. */
  TRUNCATED,
  /** The answer of another board. */
  WRONG_UNIT,
  /** The answer to another function. */
  WRONG_FUNCTION,
  /** A byte count that is not that of the bytes, with a check that fits. */
  WRONG_COUNT,
  /** Exception 2: no such address. */
  REFUSES,
  /** Exception 6: busy. */
  BUSY,
  /** Random bytes in place of the answer. */
  NOISE,
  /** Three bytes of noise, then the right answer. */
  JUNK_BEFORE,
  /** The right answer, byte by byte with pauses. */
  DRIP,
  /** The answer twice. */
  TWICE;

  static Optional<BoardFault> named(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

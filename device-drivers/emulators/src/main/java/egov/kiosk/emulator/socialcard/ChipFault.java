package egov.kiosk.emulator.socialcard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a card or its reader can misbehave at one step. */
enum ChipFault {
  /** Success without the data that was asked for. */
  SW_ONLY,
  /** An answer of no bytes at all. */
  EMPTY,
  /** Half a status word. */
  ONE_BYTE,
  /** More is always waiting: 61xx, again and again. */
  LOOP_61,
  /** The length is always wrong: 6Cxx, again and again. */
  LOOP_6C,
  /** The longest answer the wire can carry. */
  HUGE,
  /** The record says it is longer than it is. */
  OVERLONG,
  /** Tags in tags, a thousand deep. */
  NESTED,
  /** Seeded random bytes. */
  NOISE,
  /** 6A82: no such file. */
  NOT_FOUND,
  /** The card is gone before it answers. */
  PULL,
  /** The card never answers. */
  STALL,
  /** The answer comes three quarters of a second late. */
  SLOW;

  static Optional<ChipFault> named(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

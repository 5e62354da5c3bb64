package egov.kiosk.domain.upkeep;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Paper and toner (耗材): what is left by our own count, and for how long. Printers seldom tell, so a
 * technician says what was put in; until then nothing is known, and nothing is guessed. Safe for
 * use by several threads.
 */
public interface Supplies {
  /** The most that can be put in at once. */
  int MOST = 100_000;

  /**
   * One thing that runs out.
   *
   * @param name e.g. {@code slip-paper}
   * @param capacity what was put in; empty when nobody said
   * @param left what is left of it, never negative
   * @param perDay how much a day is used, over the last two weeks; empty before three days of work
   * @param days how many days the rest lasts; empty when either is not known, or nothing is used
   * @param refilled when it was put in
   */
  record Supply(
      String name,
      OptionalInt capacity,
      OptionalInt left,
      OptionalDouble perDay,
      OptionalInt days,
      Optional<Instant> refilled) {}

  /** Those this kiosk has a device for, in a fixed order. */
  List<Supply> supplies();

  /**
   * Somebody put a new one in.
   *
   * @param name of the supply
   * @param capacity how many slips, sheets or pages it is good for, 1 to {@value #MOST}
   * @throws SetupException {@link SetupException.Reason#NO_SUCH_DEVICE}, {@link
   *     SetupException.Reason#BAD_ANSWER}, {@link SetupException.Reason#NOT_KEPT}
   */
  void refilled(String name, int capacity) throws SetupException;
}

package egov.kiosk.domain.inquiry;

import java.util.Optional;

/**
 * What the platform told of the applications this kiosk took in, for the time in which nobody can
 * be asked. Blocks while it looks in the queue, once for each word that is kept at most. Safe for
 * use by several threads.
 */
public interface Standings {
  /**
   * What was told last.
   *
   * @param number an acceptance number (受理号), whole; patterns, zeros and emptiness find nothing
   * @return empty when it was not taken in here, was settled too long ago, or nothing was told
   */
  Optional<Standing> last(String number);
}

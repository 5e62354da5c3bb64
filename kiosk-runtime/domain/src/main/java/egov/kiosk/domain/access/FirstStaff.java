package egov.kiosk.domain.access;

/**
 * The first technician of a machine at which nobody works yet. Whoever calls this has made sure
 * that it is asked for by somebody who may: this port lets nobody in and asks for no proof. Safe
 * for use by several threads.
 */
public interface FirstStaff {
  /** Whether nobody works here: the start secret is unused, and nobody else is in the book. */
  boolean wanted();

  /**
   * Whether somebody could be taken with this; changes nothing.
   *
   * @throws AccessException {@link AccessException.Reason#PIN_TOO_WEAK}, {@link
   *     AccessException.Reason#BADGE_TAKEN} when somebody works here already or the badge is the
   *     administrator's, {@link AccessException.Reason#UNAVAILABLE}
   */
  void check(Badge badge, String pin) throws AccessException;

  /**
   * Writes them into the book, as a technician with a PIN of their own.
   *
   * @throws AccessException as {@link #check}
   */
  void take(Badge badge, String pin) throws AccessException;
}

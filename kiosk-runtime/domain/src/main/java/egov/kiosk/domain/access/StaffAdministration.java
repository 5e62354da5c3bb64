package egov.kiosk.domain.access;

import java.util.List;
import java.util.Optional;

/**
 * Who works at this kiosk. Every call names the token of who asks; looking and unlocking needs a
 * technician, everything else an administrator. What cannot be recorded in the audit log is not
 * done. Whoever is changed is signed out. Safe for use by several threads.
 *
 * <p>Every call throws {@link AccessException} {@link AccessException.Reason#NOT_SIGNED_IN}, {@link
 * AccessException.Reason#ROLE_TOO_LOW}, {@link AccessException.Reason#LIMITED}, {@link
 * AccessException.Reason#UNAVAILABLE} or {@link AccessException.Reason#NOT_RECORDED}, and what is
 * said beside it.
 */
public interface StaffAdministration {
  /** Everybody, in order of badge. */
  List<StaffEntry> list(String token) throws AccessException;

  /**
   * Writes somebody into the book.
   *
   * @param pin what they chose; when empty, one is drawn that must be changed at the first sign-in
   * @return the PIN that was drawn, to be said once; empty when they chose
   * @throws AccessException {@link AccessException.Reason#BADGE_TAKEN}, {@link
   *     AccessException.Reason#PIN_TOO_WEAK}, {@link AccessException.Reason#FULL}
   */
  Optional<String> add(String token, Badge badge, StaffRole role, Optional<String> pin)
      throws AccessException;

  /**
   * Gives somebody another PIN and lifts a lock-out.
   *
   * @param pin as of {@link #add}
   * @return as of {@link #add}
   * @throws AccessException {@link AccessException.Reason#NO_SUCH_BADGE}, {@link
   *     AccessException.Reason#PIN_TOO_WEAK}
   */
  Optional<String> reset(String token, Badge badge, Optional<String> pin) throws AccessException;

  /**
   * Lifts a lock-out; the PIN stays.
   *
   * @throws AccessException {@link AccessException.Reason#NO_SUCH_BADGE}
   */
  void unlock(String token, Badge badge) throws AccessException;

  /**
   * Strikes somebody off.
   *
   * @throws AccessException {@link AccessException.Reason#NO_SUCH_BADGE}, {@link
   *     AccessException.Reason#LAST_ADMINISTRATOR}
   */
  void remove(String token, Badge badge) throws AccessException;

  /**
   * Puts a key card in force. An administrator without any may do this for their own badge while
   * {@linkplain Presence#limited() limited}.
   *
   * @param publicKey a certificate or a public key in PEM, or the uncompressed point in hexadecimal
   * @return the card's fingerprint
   * @throws AccessException {@link AccessException.Reason#NO_SUCH_BADGE}, {@link
   *     AccessException.Reason#CARD_REFUSED}
   */
  String addCard(String token, Badge badge, String publicKey) throws AccessException;

  /**
   * Takes a lost card out of force.
   *
   * @throws AccessException {@link AccessException.Reason#NO_SUCH_BADGE}, {@link
   *     AccessException.Reason#CARD_REFUSED} when there is no such card, {@link
   *     AccessException.Reason#LAST_ADMINISTRATOR} when no administrator would have one
   */
  void removeCard(String token, Badge badge, String fingerprint) throws AccessException;
}

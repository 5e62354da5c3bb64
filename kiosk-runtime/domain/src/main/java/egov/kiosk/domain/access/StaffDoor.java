package egov.kiosk.domain.access;

/**
 * Where the people who work at a kiosk sign in, with or without the platform. PINs and keys of
 * others never leave it; every sign-in, refusal, lock-out and change is in the audit log. Wrong
 * PINs lock a badge for a time that grows and that neither a new start nor a turned clock shortens;
 * key cards stay in force meanwhile, so that no stranger shuts anybody out for good.
 *
 * <p>Checking a PIN takes about a tenth of a second, on purpose, and one write to the disk; callers
 * wait for one another. Safe for use by several threads.
 */
public interface StaffDoor {
  /**
   * Draws what a key card is to sign. Answers alike for badges nobody has.
   *
   * @throws AccessException {@link AccessException.Reason#UNAVAILABLE}
   */
  Challenge challenge(Badge badge) throws AccessException;

  /**
   * Signs in. An administrator needs both PIN and card; for everybody else either will do, and what
   * is given must be right.
   *
   * @throws AccessException {@link AccessException.Reason#REFUSED}, {@link
   *     AccessException.Reason#LOCKED}, {@link AccessException.Reason#OFFLINE_TOO_LONG} or {@link
   *     AccessException.Reason#UNAVAILABLE}
   */
  SignedIn signIn(Badge badge, Credentials credentials) throws AccessException;

  /**
   * Lets somebody answer with a PIN for one deed, e.g. that a citizen is who they say; nobody is
   * signed in afterwards. Not for administration, whatever the role.
   *
   * @param asked what the deed asks for
   * @throws AccessException as {@link #signIn}, and {@link AccessException.Reason#LIMITED} when the
   *     PIN is right but must be changed first
   */
  void confirm(Badge badge, String pin, StaffRole asked) throws AccessException;

  /**
   * Who is signed in; does not count as something done.
   *
   * @throws AccessException {@link AccessException.Reason#NOT_SIGNED_IN}
   */
  Presence who(String token) throws AccessException;

  /**
   * Lets something be done in a role; the idle time begins anew.
   *
   * @throws AccessException {@link AccessException.Reason#NOT_SIGNED_IN}, {@link
   *     AccessException.Reason#ROLE_TOO_LOW} or {@link AccessException.Reason#LIMITED}
   */
  Presence use(String token, StaffRole asked) throws AccessException;

  /**
   * Changes one's own PIN, or the start secret into one.
   *
   * @throws AccessException {@link AccessException.Reason#NOT_SIGNED_IN}, {@link
   *     AccessException.Reason#REFUSED} when the old one is wrong (it counts as any wrong one),
   *     {@link AccessException.Reason#PIN_TOO_WEAK}, {@link AccessException.Reason#UNAVAILABLE} or
   *     {@link AccessException.Reason#NOT_RECORDED}
   */
  void changePin(String token, String pin, String newPin) throws AccessException;

  /** Signs out; a token nobody has is no error. */
  void signOut(String token);

  /** Drops every role at once. */
  void drop(DropReason reason);
}

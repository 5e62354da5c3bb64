package egov.kiosk.domain.access;

/** Told when somebody's PIN was guessed at until it was locked. Registered as a service. */
public interface LockoutListener {
  /**
   * A PIN was locked, or tried again while it is. Called on the thread of whoever tried, while
   * nobody else can sign in; must be done within seconds, bear being called again, and not throw.
   *
   * @param role of whose PIN it is
   */
  void lockedOut(StaffRole role);
}

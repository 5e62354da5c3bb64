package egov.kiosk.flow;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.AccessException.Reason;
import egov.kiosk.domain.access.Badge;
import egov.kiosk.domain.access.Challenge;
import egov.kiosk.domain.access.Credentials;
import egov.kiosk.domain.access.DropReason;
import egov.kiosk.domain.access.Presence;
import egov.kiosk.domain.access.SignedIn;
import egov.kiosk.domain.access.StaffDoor;
import egov.kiosk.domain.access.StaffRole;

/** A door that knows one person, and locks after five wrong PINs until the test unlocks it. */
final class FakeDoor implements StaffDoor {
  private final String badge;
  private final String pin;
  int wrong;
  Reason refusal;

  FakeDoor(String badge, String pin) {
    this.badge = badge;
    this.pin = pin;
  }

  @Override
  public void confirm(Badge typed, String typedPin, StaffRole asked) throws AccessException {
    if (asked != StaffRole.COUNTER) {
      throw new AssertionError("vouching asks for the counter's role");
    }
    if (refusal != null) {
      throw AccessException.of(refusal);
    }
    if (wrong >= 5) {
      throw AccessException.locked(java.time.Duration.ofMinutes(1));
    }
    if (!typed.value().equals(badge) || !typedPin.equals(pin)) {
      throw AccessException.refused(5 - ++wrong);
    }
    wrong = 0;
  }

  @Override
  public Challenge challenge(Badge typed) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SignedIn signIn(Badge typed, Credentials credentials) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Presence who(String token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Presence use(String token, StaffRole asked) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void changePin(String token, String old, String newPin) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void signOut(String token) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void drop(DropReason reason) {
    throw new UnsupportedOperationException();
  }
}

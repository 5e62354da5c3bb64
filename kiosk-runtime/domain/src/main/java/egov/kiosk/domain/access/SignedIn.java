package egov.kiosk.domain.access;

import java.util.Objects;

/**
 * A sign-in that succeeded. Its text hides the token.
 *
 * @param token what proves it from now on: 64 hexadecimal digits, known to nobody else; the kiosk
 *     keeps only a digest
 * @param presence who
 */
public record SignedIn(String token, Presence presence) {
  public SignedIn {
    Objects.requireNonNull(token, "token");
    Objects.requireNonNull(presence, "presence");
  }

  @Override
  public String toString() {
    return "SignedIn[" + presence.badge() + "]";
  }
}

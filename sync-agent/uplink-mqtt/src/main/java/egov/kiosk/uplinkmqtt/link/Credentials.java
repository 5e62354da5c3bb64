package egov.kiosk.uplinkmqtt.link;

import java.util.Objects;

/** Who logs in at the broker. Never shows the password. */
public final class Credentials implements CredentialSource {
  private final String userName;
  private final byte[] password;

  /**
   * @param userName 1 to 64 characters
   * @param password as it goes over the wire; copied
   */
  public Credentials(String userName, byte[] password) {
    this.userName = Objects.requireNonNull(userName, "userName");
    this.password = password.clone();
    if (userName.isEmpty() || userName.length() > 64 || password.length == 0) {
      throw new IllegalArgumentException("a login has a name of 1 to 64 characters and a password");
    }
  }

  @Override
  public Credentials read() {
    return this;
  }

  public String userName() {
    return userName;
  }

  /** A copy of the password. */
  public byte[] password() {
    return password.clone();
  }

  @Override
  public String toString() {
    return "Credentials[" + userName + "]";
  }
}

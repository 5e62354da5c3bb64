package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;

/** Where a login comes from. */
public interface CredentialSource {
  /**
   * The login to use now.
   *
   * @throws IOException when there is none; its message says to a technician what is wrong, and
   *     shows no secret
   */
  Credentials read() throws IOException;
}

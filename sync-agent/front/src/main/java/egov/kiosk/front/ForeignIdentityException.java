package egov.kiosk.front;

import java.io.IOException;

/** A client calls itself otherwise than its certificate does. */
final class ForeignIdentityException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param proven the common name in its certificate
   */
  ForeignIdentityException(String proven) {
    super(
        "the holder of "
            + proven
            + "'s certificate connects with another client id; find out who it is");
  }
}

package egov.kiosk.enrolment.device;

import java.io.IOException;

/** The platform said no, or what it said was not to be believed; nothing was changed. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what to do
   */
  public RefusedException(String message) {
    super(message);
  }
}

package egov.kiosk.socialcardreader.card;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;

/** Makes this device's faults; the words never hold what a card said. */
public final class CardFault {
  /** The device's name. */
  public static final String DEVICE = "social-card-reader";

  private CardFault() {}

  /** A fault with what happened and what to do. */
  public static DeviceException of(FaultCode fault, String message) {
    return new DeviceException(fault, DEVICE, message);
  }

  /** What a card says that cannot be. */
  static DeviceException invalid(String what) {
    return of(FaultCode.CARD_DATA_INVALID, what + "; let staff look at the card itself");
  }
}

package egov.kiosk.socialcardreader.pcsc;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.socialcardreader.card.CardFault;

/**
 * Why PC/SC failed. The JDK hides the code (pcsclite's {@code SCARD_…}) in the message of an
 * exception of its own; codes it does not know it writes as {@code Unknown error 0x…}.
 */
enum PcscFault {
  /** pcscd does not run, or was started again and does not know this program any more. */
  SERVICE_LOST(
      FaultCode.CANNOT_OPEN,
      "the PC/SC service does not answer; start pcscd",
      "SCARD_E_NO_SERVICE",
      "SCARD_E_SERVICE_STOPPED",
      "SCARD_F_COMM_ERROR",
      "SCARD_E_INVALID_HANDLE",
      "SCARD_F_INTERNAL_ERROR"),
  READER_GONE(
      FaultCode.NO_DEVICE,
      "the reader is gone; plug it in",
      "SCARD_E_READER_UNAVAILABLE",
      "SCARD_E_UNKNOWN_READER",
      "SCARD_E_NO_READERS_AVAILABLE"),
  CARD_GONE(
      FaultCode.CARD_MOVED,
      "the card was drawn while it was read; insert it and leave it in",
      "SCARD_W_REMOVED_CARD",
      "SCARD_E_NO_SMARTCARD",
      "SCARD_W_RESET_CARD",
      "SCARD_E_NOT_TRANSACTED"),
  HELD(
      FaultCode.CANNOT_OPEN,
      "another program holds the card; stop it",
      "SCARD_E_SHARING_VIOLATION",
      "SCARD_W_SECURITY_VIOLATION",
      "SCARD_E_NO_ACCESS"),
  MUTE(
      FaultCode.CARD_UNREADABLE,
      "the card cannot be read; take it out, turn it over and insert it again",
      "SCARD_W_UNRESPONSIVE_CARD",
      "SCARD_W_UNPOWERED_CARD",
      "SCARD_W_UNSUPPORTED_CARD",
      "SCARD_E_PROTO_MISMATCH",
      "SCARD_E_INSUFFICIENT_BUFFER"),
  OTHER(FaultCode.CARD_UNREADABLE, "the card cannot be read; take it out and insert it again");

  private final FaultCode fault;
  private final String message;
  private final String[] codes;

  PcscFault(FaultCode fault, String message, String... codes) {
    this.fault = fault;
    this.message = message;
    this.codes = codes;
  }

  /** What an exception of the JDK's stands for. */
  static PcscFault of(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      String text = String.valueOf(at.getMessage());
      for (PcscFault candidate : values()) {
        for (String code : candidate.codes) {
          if (text.contains(code)) {
            return candidate;
          }
        }
      }
      if (at instanceof javax.smartcardio.CardNotPresentException) {
        return CARD_GONE;
      }
    }
    return OTHER;
  }

  /** An exception of the JDK's in the words every device uses. */
  static DeviceException asDeviceFault(Throwable failure) {
    PcscFault found = of(failure);
    return new DeviceException(found.fault, CardFault.DEVICE, found.message, failure);
  }

  String message() {
    return message;
  }
}

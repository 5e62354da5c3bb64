package egov.kiosk.idcardreader.sdt;

import egov.kiosk.domain.device.FaultCode;
import java.util.Optional;

/** What the third status byte of an answer (SW3) says, and whose fault it is. */
public enum SdtStatus {
  OK(0x90, null),
  CARD_FOUND(0x9F, null),
  /** The card holds nothing of the kind. */
  NO_CONTENT(0x91, null),
  NO_CARD(0x80, FaultCode.NO_CARD),
  REQUEST_CHECKSUM_WRONG(0x10, FaultCode.LINE_NOISE),
  REQUEST_LENGTH_WRONG(0x11, FaultCode.LINE_NOISE),
  REQUEST_UNKNOWN(0x21, FaultCode.PROTOCOL_ERROR),
  UNRECOGNISED_ERROR(0x24, FaultCode.PROTOCOL_ERROR),
  CARD_REJECTS_MODULE(0x31, FaultCode.CARD_UNREADABLE),
  MODULE_REJECTS_CARD(0x32, FaultCode.CARD_UNREADABLE),
  INFORMATION_NOT_VERIFIED(0x33, FaultCode.CARD_UNREADABLE),
  WRONG_CARD_TYPE(0x40, FaultCode.NOT_AN_ID_CARD),
  READ_FAILED(0x41, FaultCode.CARD_UNREADABLE),
  RANDOM_NUMBER_FAILED(0x47, FaultCode.CARD_UNREADABLE),
  SELECT_FAILED(0x81, FaultCode.CARD_UNREADABLE),
  SELF_TEST_FAILED(0x60, FaultCode.READER_SELF_TEST_FAILED),
  NOT_AUTHORISED(0x66, FaultCode.READER_NOT_AUTHORISED),
  /** A code no public document names. */
  UNKNOWN(-1, FaultCode.PROTOCOL_ERROR);

  private final int code;
  private final FaultCode fault;

  SdtStatus(int code, FaultCode fault) {
    this.code = code;
    this.fault = fault;
  }

  /** The code on the wire, 0..255; -1 for {@link #UNKNOWN}. */
  public int code() {
    return code;
  }

  /** The fault this means; empty for the three that are none. It says who must act. */
  public Optional<FaultCode> fault() {
    return Optional.ofNullable(fault);
  }

  /** Whether the module did not understand the request, so that sending it again may help. */
  boolean worthResending() {
    return this == REQUEST_CHECKSUM_WRONG
        || this == REQUEST_LENGTH_WRONG
        || this == REQUEST_UNKNOWN;
  }

  /** The status of a code; any code has one. */
  public static SdtStatus of(int code) {
    for (SdtStatus status : values()) {
      if (status.code == code) {
        return status;
      }
    }
    return UNKNOWN;
  }
}

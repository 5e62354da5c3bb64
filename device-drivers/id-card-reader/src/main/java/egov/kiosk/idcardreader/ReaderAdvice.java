package egov.kiosk.idcardreader;

import egov.kiosk.domain.device.FaultCode;

/** What to do about each fault of a reader, one sentence for a technician. */
final class ReaderAdvice {
  private ReaderAdvice() {}

  static String of(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE -> "plug the reader in, or correct the configured port";
      case CANNOT_OPEN -> "give the runtime's user the port's group, or stop the other program";
      case NO_ANSWER -> "check the reader's power and the configured baud rate";
      case LINE_NOISE -> "replace the cable, or keep it away from power lines";
      case READER_SELF_TEST_FAILED -> "switch the reader off and on; if it stays so, replace it";
      case READER_NOT_AUTHORISED -> "put an authorised reader in, or add its id to the list";
      case NOT_THE_ACCEPTED_DEVICE ->
          "find out who exchanged it; put the right one back, or: kiosk device accept id-card-reader";
      case PROTOCOL_ERROR ->
          "switch the reader off and on, then check that it is a supported model";
      case CARD_UNREADABLE, CARD_MOVED -> "lift the card, wait a second and place it again";
      case NOT_AN_ID_CARD -> "place an identity card, nothing else";
      case CARD_DATA_INVALID -> "let staff look at the card itself";
      case NO_CARD -> "place the card";
      default -> "try again";
    };
  }
}

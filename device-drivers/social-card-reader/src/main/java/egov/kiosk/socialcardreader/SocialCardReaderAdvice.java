package egov.kiosk.socialcardreader;

import egov.kiosk.domain.device.FaultCode;

/** What to do about each fault, one sentence for a technician. */
final class SocialCardReaderAdvice {
  private SocialCardReaderAdvice() {}

  static String of(FaultCode fault) {
    return switch (fault) {
      case NO_DEVICE -> "plug the reader in, or correct social-card-reader.reader";
      case CANNOT_OPEN -> "install and start pcscd, let this user use it, and name one reader";
      case NO_ANSWER -> "take the card out; if that does not help, restart pcscd";
      case NOT_THE_ACCEPTED_DEVICE ->
          "find out who exchanged it; put the right one back, or: kiosk device accept social-card-reader";
      default -> "try again";
    };
  }
}

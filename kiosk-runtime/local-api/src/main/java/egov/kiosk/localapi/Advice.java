package egov.kiosk.localapi;

import egov.kiosk.domain.outbox.OutboxEntry;

/** What a technician can do about a message, by where it stands and why. */
final class Advice {
  private static final String RETRY = "Then: kiosk outbox retry ";

  private Advice() {}

  /** One or two sentences. */
  static String about(OutboxEntry entry) {
    return switch (entry.state()) {
      case PENDING ->
          entry.attempts() == 0
              ? "Nothing: it is sent as soon as the platform can be reached."
              : "Nothing: it is sent again until the platform answers. If that lasts, run kiosk"
                  + " doctor.";
      case DELIVERED -> "Nothing: the platform has it.";
      case DEAD_LETTER -> dead(entry.reason().orElse("")) + " " + RETRY + entry.id();
    };
  }

  private static String dead(String reason) {
    return switch (reason) {
      case "ALTERED" ->
          "The row was altered on the disk and cannot be sent. Check the disk; the citizen has to"
              + " apply again, by the slip number. Sending it again does not help.";
      case "MALFORMED" ->
          "The platform cannot read what is inside: it knows an older contract. Have the platform"
              + " brought up to date.";
      case "KIOSK_MISMATCH", "WRONG_TOPIC" ->
          "The message was made under another kiosk id. Compare crypto.kioskId with the"
              + " certificate, and tell the platform.";
      case "CONFLICT" ->
          "The platform has another message under this id. Tell the platform the id and keep this"
              + " one; sending it again does not help until the platform has decided.";
      case "CERTIFICATE_EXPIRED", "CERTIFICATE_NOT_YET_VALID" ->
          "The certificate it was signed with was not valid at the platform. Check this kiosk's"
              + " clock and certificate, and tell the platform.";
      default ->
          "The platform refused it for the reason above. Ask the platform what that means for this"
              + " service item, and have the cause mended there.";
    };
  }
}

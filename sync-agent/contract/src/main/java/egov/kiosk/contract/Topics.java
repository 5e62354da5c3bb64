package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MessageKind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The topics of contract version 1. All lower case; {@code {kioskId}} is the kiosk's certificate
 * common name, MQTT client id and user name. The AsyncAPI document says what travels on each.
 */
public final class Topics {
  /** Sealed messages by kind, kiosk to platform. */
  public static final String TRANSACTIONS = "egov/1/{kioskId}/up/tx/{kind}";

  /** Signed receipts, platform to kiosk. */
  public static final String RECEIPTS = "egov/1/{kioskId}/down/rcpt";

  /** Events. */
  public static final String EVENTS = "egov/1/{kioskId}/up/evt";

  /** Alarms raised and cleared. */
  public static final String ALARMS = "egov/1/{kioskId}/up/alm";

  /** Heads of the audit chain. */
  public static final String AUDIT = "egov/1/{kioskId}/up/aud";

  /** Digest of measurements. */
  public static final String METRICS = "egov/1/{kioskId}/up/met";

  /** Whether the kiosk is connected; retained, also the last will. */
  public static final String LINK = "egov/1/{kioskId}/state/link";

  /** What the kiosk says it runs; retained. */
  public static final String SHADOW = "egov/1/{kioskId}/state/shadow";

  /** What the kiosk should run; retained. */
  public static final String DESIRED = "egov/1/{kioskId}/desired/cfg";

  /** Signed commands, platform to kiosk. */
  public static final String COMMANDS = "egov/1/{kioskId}/down/cmd";

  /** Answers to commands. */
  public static final String COMMAND_RESULTS = "egov/1/{kioskId}/up/cmdr";

  /** Notices to a group of kiosks. */
  public static final String NOTICES = "egov/1/g/{group}/notice";

  /** What platform consumers subscribe to: each message goes to one of those who share. */
  public static final String PLATFORM_SUBSCRIPTION = "$share/tx/egov/1/+/up/tx/#";

  /** The MQTT 5 user property that repeats the message's id in the clear. */
  public static final String MESSAGE_ID_PROPERTY = "message-id";

  private static final Pattern KIOSK_ID = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern TRANSACTION =
      Pattern.compile("egov/1/([a-z0-9-]{1,32})/up/tx/(item|rating)");

  private Topics() {}

  /** The topic a kiosk sends sealed messages of a kind on. */
  public static String transactions(String kioskId, MessageKind kind) {
    return of(TRANSACTIONS, kioskId).replace("{kind}", kind.word());
  }

  /** The topic a kiosk gets its receipts on. */
  public static String receipts(String kioskId) {
    return of(RECEIPTS, kioskId);
  }

  /**
   * One of the topic names above for one kiosk.
   *
   * @throws IllegalArgumentException when the id could reach another kiosk's topics
   */
  public static String of(String template, String kioskId) {
    if (!isKioskId(kioskId)) {
      throw new IllegalArgumentException(
          "a kiosk id has 1 to 32 lower-case letters, digits and hyphens");
    }
    return template.replace("{kioskId}", kioskId);
  }

  /** The kiosk on whose topic a sealed message came; empty for any other topic. */
  public static Optional<String> kioskOfTransactions(String topic) {
    Matcher matcher = TRANSACTION.matcher(topic);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether a text can be a kiosk's id. */
  public static boolean isKioskId(String text) {
    return KIOSK_ID.matcher(text).matches();
  }
}

package egov.kiosk.contract;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.fleet.DownChannel;
import egov.kiosk.domain.fleet.UpChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** What the kiosk should be configured to; signed, retained where the broker can. */
  public static final String DESIRED = "egov/1/{kioskId}/desired/cfg";

  /** Which service items the kiosk should offer; signed, retained where the broker can. */
  public static final String DESIRED_CATALOGUE = "egov/1/{kioskId}/desired/cat";

  /** Signed commands, platform to kiosk. */
  public static final String COMMANDS = "egov/1/{kioskId}/down/cmd";

  /** Answers to commands. */
  public static final String COMMAND_RESULTS = "egov/1/{kioskId}/up/cmdr";

  /** Chunks of attachments, encrypted. */
  public static final String ATTACHMENT_CHUNKS = "egov/1/{kioskId}/up/att";

  /** Which chunks of an attachment the platform still needs; signed. */
  public static final String MISSING_CHUNKS = "egov/1/{kioskId}/down/att";

  /** Questions somebody waits for, sealed. */
  public static final String QUESTIONS = "egov/1/{kioskId}/up/ask";

  /** Answers to questions, signed, and readable by who asked alone. */
  public static final String ANSWERS = "egov/1/{kioskId}/down/ans";

  /** How far what this kiosk took in is; signed, without personal data. */
  public static final String PROGRESS = "egov/1/{kioskId}/down/prg";

  /** Empty, only to be acknowledged: shows that the line carries something; nobody listens. */
  public static final String PROBE = "egov/1/{kioskId}/up/probe";

  /** Notices to a group of kiosks. */
  public static final String NOTICES = "egov/1/g/{group}/notice";

  /** What platform consumers subscribe to: each message goes to one of those who share. */
  public static final String PLATFORM_SUBSCRIPTION = "$share/tx/egov/1/+/up/tx/#";

  /** The MQTT 5 user property that repeats the message's id in the clear. */
  public static final String MESSAGE_ID_PROPERTY = "message-id";

  private static final Pattern KIOSK_ID = Pattern.compile("[a-z0-9-]{1,32}");
  private static final Pattern TRANSACTION =
      Pattern.compile(
          "egov/1/([a-z0-9-]{1,32})/up/tx/("
              + Arrays.stream(MessageKind.values())
                  .map(MessageKind::word)
                  .collect(Collectors.joining("|"))
              + ")");
  private static final Pattern OF_KIOSK =
      Pattern.compile("egov/1/([a-z0-9-]{1,32})/(?:up|state)/[a-z]+(?:/[a-z]+)?");

  private Topics() {}

  /** The topic a kiosk sends sealed messages of a kind on. */
  public static String transactions(String kioskId, MessageKind kind) {
    return of(TRANSACTIONS, kioskId).replace("{kind}", kind.word());
  }

  /** The topic a kiosk gets its receipts on. */
  public static String receipts(String kioskId) {
    return of(RECEIPTS, kioskId);
  }

  /** The topic a kiosk says something on that is not a queued message. */
  public static String of(UpChannel channel, String kioskId) {
    return of(
        switch (channel) {
          case EVENT -> EVENTS;
          case ALARM -> ALARMS;
          case AUDIT -> AUDIT;
          case METRICS -> METRICS;
          case COMMAND_RESULT -> COMMAND_RESULTS;
          case SHADOW -> SHADOW;
          case ATTACHMENT -> ATTACHMENT_CHUNKS;
          case QUESTION -> QUESTIONS;
        },
        kioskId);
  }

  /** The topic the platform tells a kiosk something on that is not a receipt. */
  public static String of(DownChannel channel, String kioskId) {
    return of(
        switch (channel) {
          case CONFIGURATION -> DESIRED;
          case CATALOGUE -> DESIRED_CATALOGUE;
          case COMMAND -> COMMANDS;
          case ATTACHMENT -> MISSING_CHUNKS;
          case ANSWER -> ANSWERS;
          case PROGRESS -> PROGRESS;
        },
        kioskId);
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

  /** The kiosk that speaks on a topic of its own, whichever; empty for any other topic. */
  public static Optional<String> kioskOf(String topic) {
    Matcher matcher = OF_KIOSK.matcher(topic);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether a text can be a kiosk's id. */
  public static boolean isKioskId(String text) {
    return KIOSK_ID.matcher(text).matches();
  }
}

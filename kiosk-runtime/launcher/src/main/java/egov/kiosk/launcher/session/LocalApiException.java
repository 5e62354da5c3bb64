package egov.kiosk.launcher.session;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kiosk answered, and refused. The message is for the technician: what, and what to do. */
public final class LocalApiException extends IOException {
  private static final long serialVersionUID = 1L;
  private static final Pattern CODE = Pattern.compile("\"code\":\"([A-Z_]{1,40})\"");

  private final String code;

  private LocalApiException(String code, String message) {
    super(message);
    this.code = code;
  }

  /** Reads an answer that is not 200. */
  static LocalApiException of(int status, String body) {
    Matcher matcher = CODE.matcher(body);
    String code = matcher.find() ? matcher.group(1) : "";
    return new LocalApiException(
        code, code.startsWith("ACCESS_") ? AccessAdvice.of(code, body) : sentence(status, code));
  }

  /** Whether it may well work in a moment. */
  boolean starting() {
    return code.equals("STARTING");
  }

  /** Whether what is recorded has not ended. */
  boolean stillRecording() {
    return code.equals("RECORDING_UNDER_WAY");
  }

  /** Whether it is the file that is refused. */
  public boolean aboutAParcel() {
    return code.startsWith("PARCEL_");
  }

  private static String sentence(int status, String code) {
    return switch (code) {
      case "STARTING" ->
          "the kiosk has no queue or no keys yet; wait a moment, then look at kiosk doctor";
      case "NO_TOKEN" ->
          "the kiosk does not take this user's token; run this as the user of the runtime";
      case "QUEUE_FULL" ->
          "the queue or its disk is full; nothing accepted is lost. Free space, then run this again";
      case "QUEUE_IO", "QUEUE_CLOSED", "QUEUE_LOCKED", "QUEUE_TOO_NEW" ->
          "the queue cannot be used (" + code.substring(6) + "); kiosk doctor says what to do";
      case "QUEUE_CONFLICT" ->
          "the queue holds another message under the same id; keep the file and tell the platform";
      case "KEYS" -> "nothing can be sealed: keys or certificates; kiosk doctor says what to do";
      case "AUDIT_FULL", "AUDIT_IO", "AUDIT_CLOSED" ->
          "the audit log cannot be written, and without it this is not done; kiosk doctor says more";
      case "RETENTION_TIME_UNKNOWN" ->
          "nothing is over its time as long as the platform has not said what time it is: this"
              + " kiosk's clock alone destroys nothing";
      case "RETENTION_SERVING" -> "a citizen is being served; run this again afterwards";
      case "RETENTION_RUNNING" -> "the daily run is under way";
      case "BAD_QUERY", "BAD_JSON" -> "the kiosk does not understand the question";
      case "NO_SUCH_PRINT" -> "no print job that asks has this id; see kiosk print list";
      case "ANSWERED_BEFORE" -> "somebody said before what became of this job, and that stands";
      case "SETUP_BAD_ANSWER" -> "an answer is missing or has another form than asked for";
      case "SETUP_NO_SUCH_DEVICE" -> "no device is called that; see kiosk provision state";
      case "SETUP_REASON_MISSING" -> "a device that failed needs one of the reasons of the list";
      case "SETUP_NOT_YET" -> "other steps come first; see kiosk provision state";
      case "SETUP_NO_REPORT" -> "the report cannot be set as a page; see kiosk doctor: fonts";
      case "SETUP_NOT_KEPT" -> "it could not be kept on the disk; kiosk doctor says more";
      case "NO_STRANGER" -> "no other device answers under this name; see kiosk device list";
      case "RECORDING_UNDER_WAY" -> "a device is being recorded already; wait until that has ended";
      case "RECORDING_NONE" -> "nothing was recorded";
      case "RECORDING_NO_DEVICE" -> "no device is called that; see kiosk doctor";
      case "RECORDING_NO_LINE" ->
          "it has no line that can be recorded: cameras have pictures, not lines";
      case "NOT_WRITTEN" -> "it could not be written to the disk; kiosk doctor says more";
      case "NO_SUCH_TRACE" ->
          "nothing is known of it: say the id or slip number of a message in the queue, or after a"
              + " restart of the kiosk not \"last\"";
      case "NO_SUCH_MESSAGE" -> "no message in the queue has this id or slip number";
      case "NOT_RETRIED" ->
          "the message is no dead letter, or its bytes were altered on the disk; kiosk outbox show"
              + " says which";
      case "PARCEL_MALFORMED" -> "is not a line of a queue's export as this program writes them";
      case "PARCEL_FORGED" ->
          "was changed since it was signed, or is signed by a kiosk of other authorities";
      case "PARCEL_OUT_OF_ORDER" ->
          "does not follow the line before: lines are missing, doubled, moved or of another file";
      case "PARCEL_TOO_LARGE" ->
          "is larger than a kiosk can send; take the file to the platform itself";
      default -> "the running kiosk answered " + status + (code.isEmpty() ? "" : " " + code);
    };
  }
}

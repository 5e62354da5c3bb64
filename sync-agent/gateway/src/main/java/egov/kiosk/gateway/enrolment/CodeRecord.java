package egov.kiosk.gateway.enrolment;

import egov.kiosk.enrolment.message.Sheet;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A one-time code as the platform keeps it: what was derived from it, sealed, and never the code.
 *
 * @param id its name, derived from it
 * @param sealedKeys what checks requests made with it, sealed under the desk's own secret
 * @param kioskId the only kiosk it is for
 * @param machine the only machine it is for (security module of its card reader), or empty
 * @param transfer whether the machine that is this kiosk now will be shut out
 * @param operator who made it
 * @param until when it ends
 * @param failures how often somebody tried in vain
 * @param usedBy SM3 of the one request that used it, or empty
 * @param answer what that request was answered, or empty bytes
 */
@SuppressWarnings("ArrayRecordComponent")
record CodeRecord(
    String id,
    byte[] sealedKeys,
    String kioskId,
    String machine,
    boolean transfer,
    String operator,
    Instant until,
    int failures,
    String usedBy,
    byte[] answer) {
  private static final String KIND = "enrolment-code-1";
  private static final List<String> NAMES =
      List.of(
          "id",
          "keys",
          "kiosk",
          "machine",
          "transfer",
          "operator",
          "until",
          "failures",
          "used-by",
          "answer");

  CodeRecord {
    Objects.requireNonNull(until, "until");
  }

  CodeRecord failedOnce() {
    return new CodeRecord(
        id, sealedKeys, kioskId, machine, transfer, operator, until, failures + 1, usedBy, answer);
  }

  CodeRecord usedBy(String request, byte[] answered) {
    return new CodeRecord(
        id, sealedKeys, kioskId, machine, transfer, operator, until, failures, request, answered);
  }

  boolean used() {
    return !usedBy.isEmpty();
  }

  byte[] encoded() {
    return Sheet.of(KIND)
        .with("id", id)
        .with("keys", sealedKeys)
        .with("kiosk", kioskId)
        .with("machine", machine)
        .with("transfer", transfer ? "yes" : "no")
        .with("operator", operator)
        .with("until", until.toString())
        .with("failures", Integer.toString(failures))
        .with("used-by", usedBy)
        .with("answer", answer)
        .encoded();
  }

  static Optional<CodeRecord> parse(byte[] bytes) {
    return Sheet.parse(bytes, KIND, NAMES)
        .map(
            sheet ->
                new CodeRecord(
                    sheet.text("id"),
                    sheet.bytes("keys"),
                    sheet.text("kiosk"),
                    sheet.text("machine"),
                    sheet.text("transfer").equals("yes"),
                    sheet.text("operator"),
                    Instant.parse(sheet.text("until")),
                    Integer.parseInt(sheet.text("failures")),
                    sheet.text("used-by"),
                    sheet.bytes("answer")));
  }

  @Override
  public String toString() {
    return "CodeRecord[" + kioskId + "]";
  }
}

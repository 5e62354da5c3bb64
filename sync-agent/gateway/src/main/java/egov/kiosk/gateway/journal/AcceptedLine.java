package egov.kiosk.gateway.journal;

import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.Accepted;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One line of {@code accepted.jsonl}. */
final class AcceptedLine {
  private AcceptedLine() {}

  static String write(Accepted accepted) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", accepted.id().value());
    members.put("kind", accepted.kind().word());
    members.put("kioskId", accepted.kioskId());
    members.put("itemCode", accepted.itemCode());
    members.put("envelopeSm3", accepted.envelopeSm3());
    members.put("acceptanceNumber", accepted.acceptanceNumber().orElse(null));
    members.put("acceptedAt", accepted.acceptedAt().toString());
    return JsonLine.write(members);
  }

  /**
   * Reads a line.
   *
   * @throws IOException when it is not one that {@link #write} wrote
   */
  static Accepted read(String line) throws IOException {
    Map<String, String> members = JsonLine.read(line);
    try {
      return new Accepted(
          new TransactionId(members.get("id")),
          JsonLine.kind(members.get("kind")),
          members.get("kioskId"),
          members.get("itemCode"),
          members.get("envelopeSm3"),
          Optional.ofNullable(members.get("acceptanceNumber")),
          Instant.parse(members.get("acceptedAt")));
    } catch (IllegalArgumentException
        | NullPointerException
        | IndexOutOfBoundsException
        | DateTimeParseException e) {
      throw new IOException("not a line of accepted.jsonl", e);
    }
  }
}

package egov.kiosk.platform.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One line of {@code accepted.jsonl}. */
final class AcceptedLine {
  private static final JsonFactory JSON = new JsonFactory();

  private AcceptedLine() {}

  static String write(Accepted accepted) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("id", accepted.id().value());
      json.writeStringField("kind", accepted.kind().word());
      json.writeStringField("kioskId", accepted.kioskId());
      json.writeStringField("itemCode", accepted.itemCode());
      json.writeStringField("envelopeSm3", accepted.envelopeSm3());
      json.writeStringField("acceptanceNumber", accepted.acceptanceNumber().orElse(null));
      json.writeStringField("acceptedAt", accepted.acceptedAt().toString());
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string writer does not fail", e);
    }
    return text.toString();
  }

  /**
   * Reads a line.
   *
   * @throws IOException when it is not one that {@link #write} wrote
   */
  static Accepted read(String line) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("not an object");
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        fields.put(name, parser.nextToken() == JsonToken.VALUE_NULL ? null : parser.getText());
      }
      return new Accepted(
          new TransactionId(fields.get("id")),
          kind(fields.get("kind")),
          fields.get("kioskId"),
          fields.get("itemCode"),
          String.valueOf(fields.get("envelopeSm3")),
          Optional.ofNullable(fields.get("acceptanceNumber")),
          Instant.parse(String.valueOf(fields.get("acceptedAt"))));
    } catch (IllegalArgumentException | NullPointerException | DateTimeParseException e) {
      throw new IOException("not a line of accepted.jsonl", e);
    }
  }

  private static MessageKind kind(String word) {
    for (MessageKind kind : MessageKind.values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("unknown kind");
  }
}

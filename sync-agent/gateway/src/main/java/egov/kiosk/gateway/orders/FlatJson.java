package egov.kiosk.gateway.orders;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Small JSON objects: what kiosks answer, and settings an operator wrote. Strict and bounded. */
final class FlatJson {
  private static final int LARGEST = 128 * 1024;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(LARGEST)
                  .maxStringLength(LARGEST)
                  .maxNestingDepth(2)
                  .maxNameLength(64)
                  .maxNumberLength(20)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private FlatJson() {}

  /**
   * Reads an object of texts, numbers and truths; those of objects inside it count as its own,
   * unless it has one of that name.
   *
   * @throws IOException when it is anything else; the message holds nothing of it
   */
  static Map<String, String> read(byte[] bytes) throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    Map<String, String> inner = new LinkedHashMap<>();
    try (JsonParser parser = parser(bytes)) {
      begin(parser);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_OBJECT) {
          inner.putAll(rest(parser));
        } else if (parser.currentToken().isScalarValue()) {
          members.put(name, parser.getText());
        } else {
          throw new IOException("not a flat object");
        }
      }
      end(parser);
    }
    inner.forEach(members::putIfAbsent);
    return members;
  }

  /**
   * Reads an object of objects of texts.
   *
   * @throws IOException when it is anything else
   */
  static Map<String, Map<String, String>> readGroups(byte[] bytes) throws IOException {
    Map<String, Map<String, String>> groups = new TreeMap<>();
    try (JsonParser parser = parser(bytes)) {
      begin(parser);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        begin(parser);
        groups.put(name, rest(parser));
      }
      end(parser);
    }
    return groups;
  }

  static String write(Map<String, String> members) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject();
      for (Map.Entry<String, String> member : members.entrySet()) {
        json.writeStringField(member.getKey(), member.getValue());
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException("a string writer does not fail", e);
    }
    return text.toString();
  }

  private static JsonParser parser(byte[] bytes) throws IOException {
    if (bytes.length > LARGEST) {
      throw new IOException("larger than " + LARGEST + " bytes");
    }
    return JSON.createParser(bytes);
  }

  private static Map<String, String> rest(JsonParser parser) throws IOException {
    Map<String, String> members = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (!parser.nextToken().isScalarValue()) {
        throw new IOException("not a flat object");
      }
      members.put(name, parser.getText());
    }
    return members;
  }

  private static void begin(JsonParser parser) throws IOException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new IOException("not an object");
    }
  }

  private static void end(JsonParser parser) throws IOException {
    if (parser.nextToken() != null) {
      throw new IOException("more than one object");
    }
  }
}

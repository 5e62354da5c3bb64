package egov.kiosk.contract;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import egov.kiosk.domain.envelope.MalformedMessageException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@link CanonicalJson} writes, and nothing else: within limits, no name twice in an
 * object, and writing it again gives the same bytes. So one message has one form, and a signature
 * over the bytes is a signature over the meaning.
 */
final class StrictJson {
  /** The largest message: what an envelope of 64 KiB can hold. */
  static final int LARGEST = 64 * 1024;

  /** The largest order: a catalogue comes in one message. */
  static final int LARGEST_ORDER = 256 * 1024;

  private static final int DEEPEST = 8;
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_NUMBER = 32;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxDocumentLength(LARGEST_ORDER)
                  .maxStringLength(LARGEST_ORDER)
                  .maxNestingDepth(DEEPEST)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          // Names of strangers are not kept: a flood of them must not fill shared tables.
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .build();

  private StrictJson() {}

  /** Reads one object of at most {@link #LARGEST} bytes; faults as {@link #read(byte[], int)}. */
  static Map<String, Object> read(byte[] bytes) throws MalformedMessageException {
    return read(bytes, LARGEST);
  }

  /**
   * Reads one object.
   *
   * @param largest how many bytes it may have, at most {@link #LARGEST_ORDER}
   * @throws MalformedMessageException when it is anything but the canonical bytes of one object
   */
  static Map<String, Object> read(byte[] bytes, int largest) throws MalformedMessageException {
    if (bytes.length > largest) {
      throw new MalformedMessageException("a message has at most " + largest + " bytes");
    }
    Map<String, Object> object;
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedMessageException("a message is one JSON object");
      }
      object = object(parser);
    } catch (IOException e) {
      // Without the cause: the parser's text quotes the content.
      throw new MalformedMessageException("not JSON, a name twice, or beyond the limits");
    }
    if (!Arrays.equals(canonical(object), bytes)) {
      throw new MalformedMessageException("not in canonical form (RFC 8785)");
    }
    return object;
  }

  /** A parser within the limits, for who reads a form of its own as strictly. */
  static JsonParser parser(byte[] bytes) throws IOException {
    return FACTORY.createParser(bytes);
  }

  private static byte[] canonical(Map<String, Object> object) throws MalformedMessageException {
    try {
      return CanonicalJson.write(object);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(e.getMessage());
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }
}

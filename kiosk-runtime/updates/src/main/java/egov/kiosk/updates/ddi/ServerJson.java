package egov.kiosk.updates.ddi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server's JSON, within limits: nobody believes it, so members that are not known are let be.
 */
final class ServerJson {
  private static final int DEEPEST = 16;
  private static final int LONGEST_TEXT = 8192;

  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxDocumentLength(Ddi.LONGEST_ANSWER)
                      .maxStringLength(LONGEST_TEXT)
                      .maxNestingDepth(DEEPEST)
                      .maxNameLength(256)
                      .maxNumberLength(32)
                      .build())
              .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
              // Names of strangers are not kept: a flood of them must not fill shared tables.
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .build());

  private ServerJson() {}

  /** One object; empty for anything else. */
  static Optional<JsonNode> object(byte[] bytes) {
    try {
      return Optional.ofNullable(MAPPER.readTree(bytes)).filter(JsonNode::isObject);
    } catch (IOException e) {
      // Without the cause: the parser's text quotes the content.
      return Optional.empty();
    }
  }

  /** The text or number at a path of members. */
  static Optional<String> text(JsonNode object, String... path) {
    JsonNode at = object;
    for (String name : path) {
      at = at.path(name);
    }
    return at.isTextual() || at.isNumber() ? Optional.of(at.asText()) : Optional.empty();
  }

  /** The objects in the list at a path of members; what is none is left out. */
  static List<JsonNode> objects(JsonNode object, String... path) {
    JsonNode at = object;
    for (String name : path) {
      at = at.path(name);
    }
    List<JsonNode> found = new ArrayList<>();
    at.forEach(
        item -> {
          if (item.isObject()) {
            found.add(item);
          }
        });
    return found;
  }

  /** What is sent. */
  static byte[] write(Map<String, ?> object) {
    try {
      return MAPPER.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Jackson cannot write texts", e);
    }
  }
}

package egov.kiosk.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads one JSON object (RFC 8259), UTF-8 without a byte order mark, each name once, bounded. */
final class StrictJson {
  /** Largest file that is read. */
  static final int MAX_BYTES = 65_536;

  private static final int MAX_DEPTH = 8;
  private static final int MAX_TEXT = 16_384;

  private final ObjectMapper mapper =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder()
                      .maxNestingDepth(MAX_DEPTH)
                      .maxStringLength(MAX_TEXT)
                      .maxNumberLength(16)
                      .maxNameLength(64)
                      .maxDocumentLength(MAX_BYTES)
                      .build())
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build());

  /**
   * An object and where each of its values stands.
   *
   * @param root the object
   * @param positions the places
   */
  record Text(ObjectNode root, Positions positions) {}

  Text read(byte[] bytes) throws EntryRefusedException {
    if (bytes.length > MAX_BYTES) {
      throw new EntryRefusedException(Position.START, "larger than 64 KiB");
    }
    String text = decode(bytes);
    if (text.startsWith("\uFEFF")) {
      throw new EntryRefusedException(
          Position.START, "begins with a byte order mark; save without it");
    }
    try (JsonParser parser = mapper.createParser(text)) {
      JsonNode node = mapper.readTree(parser);
      if (!(node instanceof ObjectNode object)) {
        throw new EntryRefusedException(Position.START, "is not a JSON object");
      }
      if (parser.nextToken() != null) {
        throw new EntryRefusedException(
            Positions.at(parser.currentTokenLocation()), "goes on after the object");
      }
      return new Text(object, new Positions(mapper.getFactory(), text));
    } catch (JsonProcessingException e) {
      throw new EntryRefusedException(Positions.at(e.getLocation()), reason(e));
    } catch (IOException e) {
      throw new EntryRefusedException(Position.START, "cannot be read as JSON");
    }
  }

  private static String decode(byte[] bytes) throws EntryRefusedException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      throw new EntryRefusedException(Position.START, "is not UTF-8");
    }
  }

  /** The library's own message would repeat what stands in the file. */
  private static String reason(JsonProcessingException e) {
    String message = String.valueOf(e.getOriginalMessage());
    if (message.startsWith("Duplicate")) {
      return "a name stands twice in one object";
    }
    if (message.contains("exceeds the maximum")) {
      return "nested deeper than 8, or a text, name or number is too long";
    }
    return "is not JSON here";
  }
}

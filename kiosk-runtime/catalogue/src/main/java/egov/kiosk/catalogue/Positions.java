package egov.kiosk.catalogue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Where each value of a text stands, by JSON pointer. Looked up only when something is refused,
 * which is rare; so the text is read a second time then, and not for every entry at every start.
 */
final class Positions {
  private final JsonFactory json;
  private final String text;

  /**
   * @param json how it was read
   * @param text one whole JSON value, read before
   */
  Positions(JsonFactory json, String text) {
    this.json = json;
    this.text = text;
  }

  private Map<String, Position> places() {
    Map<String, Position> places = new HashMap<>();
    try (JsonParser parser = json.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME || token.isStructEnd()) {
          continue;
        }
        JsonStreamContext context = parser.getParsingContext();
        String pointer = pointer(token.isStructStart() ? context.getParent() : context);
        places.put(pointer, at(parser.currentTokenLocation()));
      }
    } catch (IOException e) {
      throw new IllegalStateException("it was read before", e);
    }
    return places;
  }

  /** Where a value stands; one that is missing stands where its object begins. */
  Position of(String pointer) {
    Map<String, Position> places = places();
    for (String rest = pointer; !rest.isEmpty(); rest = rest.substring(0, rest.lastIndexOf('/'))) {
      Position place = places.get(rest);
      if (place != null) {
        return place;
      }
    }
    return places.getOrDefault("", Position.START);
  }

  static Position at(JsonLocation location) {
    return location == null
        ? Position.START
        : new Position(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** A name as it stands in a pointer (RFC 6901 clause 3). */
  static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private static String pointer(JsonStreamContext context) {
    if (context == null || context.inRoot()) {
      return "";
    }
    String step =
        context.inArray()
            ? Integer.toString(context.getCurrentIndex())
            : escaped(context.getCurrentName());
    return pointer(context.getParent()) + "/" + step;
  }
}

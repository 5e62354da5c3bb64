package egov.kiosk.localapi.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The members of a request; none of them is ever in a message. */
record FieldBody(ObjectNode members) {
  private static final int MOST_STROKES = 500;
  private static final int LONGEST_STROKE = 20_000;

  /**
   * @throws IllegalArgumentException when it is missing or no text
   */
  String text(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
  }

  Optional<String> find(String name) {
    JsonNode value = members.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isTextual()) {
      throw new IllegalArgumentException(name + " must be a string");
    }
    return Optional.of(value.textValue());
  }

  /** Whether it is there and true. */
  boolean said(String name) {
    return members.has(name) && flag(name);
  }

  boolean flag(String name) {
    JsonNode value = members.get(name);
    if (value == null || !value.isBoolean()) {
      throw new IllegalArgumentException(name + " must be true or false");
    }
    return value.booleanValue();
  }

  int whole(String name) {
    JsonNode value = members.get(name);
    if (value == null || !value.canConvertToInt() || !value.isIntegralNumber()) {
      throw new IllegalArgumentException(name + " must be a whole number");
    }
    return value.intValue();
  }

  double number(String name) {
    JsonNode value = members.get(name);
    if (value == null || !value.isNumber()) {
      throw new IllegalArgumentException(name + " must be a number");
    }
    return value.doubleValue();
  }

  /** Strokes as lists of whole numbers. */
  List<int[]> strokes(String name) {
    JsonNode value = members.get(name);
    if (value == null || !value.isArray() || value.size() > MOST_STROKES) {
      throw new IllegalArgumentException(name + " must be a list of strokes");
    }
    List<int[]> strokes = new ArrayList<>();
    for (JsonNode stroke : value) {
      if (!stroke.isArray() || stroke.size() > LONGEST_STROKE) {
        throw new IllegalArgumentException("a stroke is a list of numbers");
      }
      int[] places = new int[stroke.size()];
      for (int i = 0; i < places.length; i++) {
        if (!stroke.get(i).isIntegralNumber() || !stroke.get(i).canConvertToInt()) {
          throw new IllegalArgumentException("a stroke is a list of whole numbers");
        }
        places[i] = stroke.get(i).intValue();
      }
      strokes.add(places);
    }
    return strokes;
  }
}

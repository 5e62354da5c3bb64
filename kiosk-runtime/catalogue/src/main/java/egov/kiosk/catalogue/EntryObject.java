package egov.kiosk.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import egov.kiosk.domain.transaction.MemberRefusedException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The members of one JSON object; each is asked for once, and what nobody asked for is refused. */
final class EntryObject {
  private final String pointer;
  private final ObjectNode rest;

  EntryObject(String pointer, JsonNode node) throws EntryRefusedException {
    if (!(node instanceof ObjectNode object)) {
      throw new EntryRefusedException(pointer, "must be an object");
    }
    this.pointer = pointer;
    this.rest = object.deepCopy();
  }

  String pointer() {
    return pointer;
  }

  /** Text on one line. */
  String text(String name, int shortest, int longest) throws EntryRefusedException {
    return checked(pointer + "/" + name, take(name), shortest, longest, false);
  }

  /** Text on one line that may be left out. */
  String optionalText(String name, int longest) throws EntryRefusedException {
    return rest.has(name) ? text(name, 0, longest) : "";
  }

  /** English that may be left out; who writes it says something, so it is never empty. */
  String english(String name, int longest) throws EntryRefusedException {
    return rest.has(name) ? text(name, 1, longest) : "";
  }

  /** Letters, digits, dots and hyphens that may be left out. */
  String optionalCode(String name, int longest) throws EntryRefusedException {
    String text = rest.has(name) ? text(name, 1, longest) : "";
    if (!text.matches("[A-Za-z0-9.-]*")) {
      throw new EntryRefusedException(
          pointer + "/" + name, "must be letters, digits, dots and hyphens");
    }
    return text;
  }

  /** Text that may have several lines. */
  String longText(String name, int longest) throws EntryRefusedException {
    return checked(pointer + "/" + name, take(name), 1, longest, true);
  }

  boolean flag(String name) throws EntryRefusedException {
    JsonNode node = take(name);
    if (!node.isBoolean()) {
      throw new EntryRefusedException(pointer + "/" + name, "must be true or false");
    }
    return node.booleanValue();
  }

  /** Yes or no; no when left out. */
  boolean optionalFlag(String name) throws EntryRefusedException {
    return rest.has(name) && flag(name);
  }

  /** A whole number that may be left out. */
  int optionalNumber(String name, int least, int most, int usual) throws EntryRefusedException {
    return rest.has(name) ? number(name, least, most) : usual;
  }

  int number(String name, int least, int most) throws EntryRefusedException {
    JsonNode node = take(name);
    if (!node.isInt() || node.intValue() < least || node.intValue() > most) {
      throw new EntryRefusedException(
          pointer + "/" + name, "must be a whole number of " + least + " to " + most);
    }
    return node.intValue();
  }

  <E extends Enum<E>> E word(String name, Class<E> kind) throws EntryRefusedException {
    return word(pointer + "/" + name, take(name), kind);
  }

  <E extends Enum<E>> Optional<E> optionalWord(String name, Class<E> kind)
      throws EntryRefusedException {
    return rest.has(name) ? Optional.of(word(name, kind)) : Optional.empty();
  }

  <E extends Enum<E>> List<E> optionalWords(String name, Class<E> kind)
      throws EntryRefusedException {
    List<E> words = new ArrayList<>();
    for (JsonNode node : optionalArray(name, 0, kind.getEnumConstants().length)) {
      E word = word(pointer + "/" + name + "/" + words.size(), node, kind);
      if (words.contains(word)) {
        throw new EntryRefusedException(pointer + "/" + name, "has one word twice");
      }
      words.add(word);
    }
    return words;
  }

  /** Texts on one line each, that may be left out. */
  List<String> optionalTexts(String name, int fewest, int most, int longest)
      throws EntryRefusedException {
    return rest.has(name) ? texts(name, fewest, most, longest) : List.of();
  }

  List<String> texts(String name, int fewest, int most, int longest) throws EntryRefusedException {
    List<String> texts = new ArrayList<>();
    for (JsonNode node : array(name, fewest, most)) {
      texts.add(checked(pointer + "/" + name + "/" + texts.size(), node, 1, longest, false));
    }
    return texts;
  }

  /** An array of objects that may be left out. */
  List<EntryObject> optionalObjects(String name, int fewest, int most)
      throws EntryRefusedException {
    List<EntryObject> objects = new ArrayList<>();
    for (JsonNode node : optionalArray(name, fewest, most)) {
      objects.add(new EntryObject(pointer + "/" + name + "/" + objects.size(), node));
    }
    return objects;
  }

  Optional<EntryObject> optionalObject(String name) throws EntryRefusedException {
    return rest.has(name)
        ? Optional.of(new EntryObject(pointer + "/" + name, take(name)))
        : Optional.empty();
  }

  /** The names of members nobody asked for yet. */
  List<String> names() {
    List<String> names = new ArrayList<>();
    rest.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** Refuses whatever was not asked for. */
  void end() throws EntryRefusedException {
    if (!rest.isEmpty()) {
      String name = rest.fieldNames().next();
      String shown = name.matches("[A-Za-z0-9$_.-]{1,40}") ? name : "a name with odd characters";
      throw EntryRefusedException.unknown(pointer, name, "has an unknown member: " + shown);
    }
  }

  /** What the domain refuses is refused at the member it names, or at this object. */
  <T> T build(Supplier<T> constructor) throws EntryRefusedException {
    try {
      return constructor.get();
    } catch (MemberRefusedException e) {
      throw new EntryRefusedException(pointer + "/" + e.member(), e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new EntryRefusedException(pointer, e.getMessage());
    }
  }

  private JsonNode take(String name) throws EntryRefusedException {
    JsonNode node = rest.remove(name);
    if (node == null) {
      throw new EntryRefusedException(pointer, "lacks the member " + name);
    }
    return node;
  }

  private Iterable<JsonNode> optionalArray(String name, int fewest, int most)
      throws EntryRefusedException {
    return rest.has(name) ? array(name, fewest, most) : List.of();
  }

  private Iterable<JsonNode> array(String name, int fewest, int most) throws EntryRefusedException {
    JsonNode node = take(name);
    if (!(node instanceof ArrayNode array) || array.size() < fewest || array.size() > most) {
      throw new EntryRefusedException(
          pointer + "/" + name, "must be an array of " + fewest + " to " + most + " values");
    }
    return array;
  }

  private static <E extends Enum<E>> E word(String where, JsonNode node, Class<E> kind)
      throws EntryRefusedException {
    return Arrays.stream(kind.getEnumConstants())
        .filter(word -> node.isTextual() && word.name().equals(node.textValue()))
        .findFirst()
        .orElseThrow(
            () ->
                new EntryRefusedException(
                    where, "must be one of " + Arrays.toString(kind.getEnumConstants())));
  }

  private static String checked(
      String where, JsonNode node, int shortest, int longest, boolean lines)
      throws EntryRefusedException {
    String text = node.isTextual() ? node.textValue() : null;
    int length = text == null ? -1 : text.codePointCount(0, text.length());
    if (text == null || length < shortest || length > longest) {
      throw new EntryRefusedException(
          where, "must be a text of " + shortest + " to " + longest + " characters");
    }
    if (text.codePoints().anyMatch(point -> !(lines && point == '\n') && invisible(point))) {
      throw new EntryRefusedException(where, "has a control or invisible character");
    }
    return text;
  }

  private static boolean invisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}

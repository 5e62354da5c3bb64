package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.domain.envelope.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CanonicalJsonTest {
  private static String text(Map<String, ?> object) {
    return new String(CanonicalJson.write(object), StandardCharsets.UTF_8);
  }

  @Test
  void write_exampleOfRfc8785_asPublished() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(
        "numbers", List.of(333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001));
    object.put("string", "€$\017\nA'B\"\\\\\"/");
    object.put("literals", Arrays.asList(null, true, false));
    assertEquals(
        "{\"literals\":[null,true,false],"
            + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
            + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
        text(object));
  }

  @Test
  void write_namesOfRfc8785_sortedByUtf16Units() {
    Map<String, Object> object = new HashMap<>();
    List<String> sorted =
        List.of("\r", "1", "\u0080", "\u00f6", "\u20ac", "\ud83d\ude00", "\ufb33");
    sorted.forEach(name -> object.put(name, 1));
    StringBuilder order = new StringBuilder();
    text(object).codePoints().forEach(order::appendCodePoint);
    int at = -1;
    for (String name : sorted) {
      int next = order.indexOf("\"" + name.replace("\r", "\\r") + "\"");
      assertEquals(true, next > at);
      at = next;
    }
  }

  @Test
  void write_composedAndDecomposedText_staysAsItIs() {
    assertEquals("{\"a\":\"\u00e9e\u0301\"}", text(Map.of("a", "\u00e9e\u0301")));
    assertEquals("{\"a\":\"\u007f\u2028😀\"}", text(Map.of("a", "\u007f\u2028😀")));
  }

  @Test
  void write_halfACharacter_refused() {
    for (String half : List.of("\ud83d", "a\ude00b", "\ude00\ud83d", "x\ud83d")) {
      assertThrows(IllegalArgumentException.class, () -> text(Map.of("a", half)));
      assertThrows(IllegalArgumentException.class, () -> text(Map.of(half, "a")));
    }
  }

  @Test
  void write_notJson_refused() {
    assertThrows(IllegalArgumentException.class, () -> text(Map.of("a", new Object())));
    assertThrows(IllegalArgumentException.class, () -> text(Map.of("a", Double.NaN)));
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    Arbitrary<String> texts =
        Arbitraries.strings()
            .ofMaxLength(12)
            .filter(text -> text.codePoints().noneMatch(CanonicalJsonTest::surrogate));
    Arbitrary<Object> scalars =
        Arbitraries.oneOf(
            texts.map(text -> (Object) text),
            Arbitraries.doubles().map(number -> (Object) number),
            Arbitraries.of(true, false).map(flag -> (Object) flag),
            Arbitraries.just(null));
    Arbitrary<Object> values =
        Arbitraries.lazyOf(
            () -> scalars,
            () -> scalars.list().ofMaxSize(3).map(list -> (Object) list),
            () -> Arbitraries.maps(texts, scalars).ofMaxSize(3).map(map -> (Object) map));
    return Arbitraries.maps(texts, values).ofMaxSize(6);
  }

  private static boolean surrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  @Property(tries = 500)
  void read_anythingWritten_comesBackAsTheSameBytes(@ForAll("objects") Map<String, Object> object)
      throws MalformedMessageException {
    byte[] bytes = CanonicalJson.write(object);
    assertArrayEquals(bytes, CanonicalJson.write(StrictJson.read(bytes)));
  }
}

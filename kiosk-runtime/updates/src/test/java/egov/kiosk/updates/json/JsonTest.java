package egov.kiosk.updates.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.updates.UpdateRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One value has one form, and everything else is refused without a bad surprise. */
class JsonTest {
  private static final int LONGEST = 4096;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Provide
  Arbitrary<Map<String, Object>> objects() {
    Arbitrary<String> text = Arbitraries.strings().withCharRange(' ', '\u4fff').ofMaxLength(12);
    Arbitrary<Object> plain =
        Arbitraries.oneOf(
            text.map(Object.class::cast),
            Arbitraries.longs().between(0, 999_999_999_999_999L).map(Object.class::cast),
            Arbitraries.of(true, false).map(Object.class::cast));
    Arbitrary<Object> value =
        Arbitraries.oneOf(plain, plain.list().ofMaxSize(3).map(Object.class::cast));
    return Arbitraries.maps(text, value).ofMaxSize(4);
  }

  @Property(tries = 200)
  void whatIsWritten_isReadAndWrittenTheSame(@ForAll("objects") Map<String, Object> object)
      throws Exception {
    byte[] written = JsonText.write(object);
    assertArrayEquals(written, JsonText.write(JsonReader.read(written, LONGEST)));
  }

  @Property(tries = 500)
  void anything_isReadOrRefused(@ForAll byte[] noise) throws Exception {
    try {
      assertArrayEquals(noise, JsonText.write(JsonReader.read(noise, LONGEST)));
    } catch (UpdateRefusedException e) {
      assertEquals(egov.kiosk.updates.Refusal.MALFORMED, e.refusal());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{} ",
        " {}",
        "{\"a\":1,\"a\":1}",
        "{\"b\":1,\"a\":1}",
        "{\"a\":01}",
        "{\"a\":1.0}",
        "{\"a\":-1}",
        "{\"a\":null}",
        "{\"a\":1e3}",
        "{\"a\":\"\\u0041\"}",
        "{\"a\":1,}",
        "{\"a\"}",
        "{\"a\":1",
        "{\"a\":\"",
        "{\"a\":1234567890123456}",
        "{\"a\":tru}"
      })
  void otherForm_isRefused(String text) {
    assertThrows(UpdateRefusedException.class, () -> JsonReader.read(bytes(text), LONGEST));
  }

  @Test
  void longerThanAllowed_isRefusedBeforeItIsRead() {
    assertThrows(
        UpdateRefusedException.class, () -> JsonReader.read(new byte[LONGEST + 1], LONGEST));
  }
}

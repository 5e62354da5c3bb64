package egov.kiosk.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import egov.kiosk.domain.envelope.MalformedMessageException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack A12 of the threat catalogue, and every other form of the same value. */
class StrictJsonTest {
  private static void refused(byte[] bytes) {
    MalformedMessageException refused =
        assertThrows(MalformedMessageException.class, () -> StrictJson.read(bytes));
    assertFalse(refused.getMessage().contains("secret"));
    assertEquals(null, refused.getCause());
  }

  private static void refused(String text) {
    refused(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void read_canonicalObject_comesBack() throws Exception {
    assertEquals(
        Map.of("a", 1.0, "b", "x"),
        StrictJson.read("{\"a\":1,\"b\":\"x\"}".getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "\"secret\"",
        "{\"a\":1}x",
        "{\"a\":1}{\"a\":1}",
        "{\"a\":1,}",
        "{\"a\":1",
        "{\"secret\" :1}",
        " {\"a\":1}",
        "{\"a\":1}\n",
        "\ufeff{\"a\":1}",
        "{\"b\":1,\"a\":1}",
        "{\"a\":1,\"a\":1}",
        "{\"a\":1,\"\\u0061\":1}",
        "{\"\\u0061\":1}",
        "{\"a\":\"\\u0062\"}",
        "{\"a\":\"\\/\"}",
        "{\"a\":\"\\u000A\"}",
        "{\"a\":\"\\u000a\"}",
        "{\"a\":\"\\u001F\"}",
        "{\"a\":\"\t\"}",
        "{\"a\":\"\\ud83d\"}",
        "{\"a\":\"\\ud83d\\ude00\"}",
        "{\"a\":1.0}",
        "{\"a\":-0}",
        "{\"a\":1e2}",
        "{\"a\":01}",
        "{\"a\":+1}",
        "{\"a\":.5}",
        "{\"a\":1e400}",
        "{\"a\":-1e400}",
        "{\"a\":NaN}",
        "{\"a\":Infinity}",
        "{\"a\":9007199254740993}",
        "{\"a\":111111111111111111111111111111111111}",
        "{'a':1}",
        "{a:1}",
        "{\"a\":/* secret */1}",
        "{\"a\":tru}",
        "{\"a\":undefined}"
      })
  void read_anyOtherForm_refusedWithoutQuotingIt(String text) {
    refused(text);
  }

  @Test
  void read_beyondTheLimits_refusedQuickly() {
    assertTimeout(
        Duration.ofSeconds(2),
        () -> {
          refused("{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}");
          refused("{\"a\":".repeat(9) + "1" + "}".repeat(9));
          refused("{\"" + "n".repeat(65) + "\":1}");
          refused("{\"a\":\"" + "x".repeat(StrictJson.LARGEST) + "\"}");
          refused(new byte[64 * 1024 * 1024]);
        });
  }

  @Test
  void read_otherCharacterSets_refused() {
    String text = "{\"a\":\"张\"}";
    refused(text.getBytes(StandardCharsets.UTF_16LE));
    refused(text.getBytes(StandardCharsets.UTF_16BE));
    refused(text.getBytes(StandardCharsets.UTF_16));
    refused(text.getBytes(Charset.forName("GB18030")));
    refused(new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc0, (byte) 0xaf, '"', '}'});
    refused(
        new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xed, (byte) 0xa0, (byte) 0xbd, '"', '}'});
  }

  @Property(tries = 3000)
  void read_anyBytes_refusedOrCanonical(@ForAll @Size(max = 200) byte[] bytes) {
    try {
      assertArrayEquals(bytes, CanonicalJson.write(StrictJson.read(bytes)));
    } catch (MalformedMessageException expected) {
      assertEquals(null, expected.getCause());
    }
  }
}

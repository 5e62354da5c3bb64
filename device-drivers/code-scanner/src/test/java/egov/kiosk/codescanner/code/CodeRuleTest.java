package egov.kiosk.codescanner.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeRuleTest {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Attack test D08. */
  @Tag("attack")
  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.invalid/aaaaaaaa",
        "1' OR '1'='1' -- aaaaaaaaaaaa",
        "{\"a\":{\"a\":{\"a\":{\"a\":[]}}}}",
        "%s%s%s%s%n%n%n%x%x%x%x%x%x%x%x",
        "${jndi:ldap://example.invalid/a}",
        "aaaaaaaaaaaaaaaa\u0003bbbb",
        "aaaaaaaaaaaaaaaa\u001b[2J",
        "aaaaaaaaaaaaaaaa bbbbbbbbbbbb",
        "../../../../../../etc/passwd",
        "社保码社保码社保码社保码社保码社保码",
        "aaaaaaaaaaaaaaaa\u0000"
      })
  void whatIsNoToken_noAlphabetAllowsIt(String text) {
    for (Alphabet alphabet : Alphabet.values()) {
      assertFalse(new CodeRule(1, CodeRule.LONGEST, alphabet).allows(bytes(text)), "" + alphabet);
    }
  }

  @Test
  void lengths_areKeptToTheCharacter() {
    CodeRule rule = new CodeRule(16, 2048, Alphabet.ALPHANUMERIC);
    assertFalse(rule.allows(bytes("a".repeat(15))));
    assertTrue(rule.allows(bytes("a".repeat(16))));
    assertTrue(rule.allows(bytes("a".repeat(2048))));
    assertFalse(rule.allows(bytes("a".repeat(2049))));
    assertThrows(
        IllegalArgumentException.class, () -> new CodeRule(1, 2049, Alphabet.ALPHANUMERIC));
  }

  @ParameterizedTest
  @EnumSource(Alphabet.class)
  void alphabets_haveTheirOwnCharacters(Alphabet alphabet) {
    CodeRule rule = new CodeRule(1, 64, alphabet);
    assertTrue(rule.allows(bytes("0123456789")));
    assertEquals(alphabet != Alphabet.DIGITS, rule.allows(bytes("azAZ09")));
    assertEquals(alphabet == Alphabet.BASE64, rule.allows(bytes("a+/=")));
    assertEquals(alphabet == Alphabet.BASE64URL, rule.allows(bytes("a-_=")));
  }

  @Property(tries = 5000)
  void anyBytes_allowedOnlyIfPrintable(@ForAll @Size(max = 64) byte[] code) {
    for (Alphabet alphabet : Alphabet.values()) {
      if (new CodeRule(1, 64, alphabet).allows(code)) {
        for (byte one : code) {
          assertTrue(one > 0x20 && one < 0x7F && "\"'%{}:;<>$\\`".indexOf(one) < 0);
        }
      }
    }
  }
}

package egov.kiosk.codescanner.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Of a code only its shape is written down, and whether it is a new one. */
class CodeMaskingTest {
  private final CodeMasking masking = new CodeMasking();

  private String shown(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    return new String(masking.received(new byte[0], bytes), StandardCharsets.ISO_8859_1);
  }

  @Test
  void code_keepsItsShapeAndItsNumber() {
    assertEquals("AAaa00/1\r\n", shown("QRst98/7\r\n"));
    assertEquals("AAaa00/2\r\n", shown("QRst98/8\r\n"));
    assertEquals("AAaa00/1\r\n", shown("QRst98/7\r\n"), "shown again");
  }

  @Property(tries = 300)
  void markers_neverComeThrough(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder code = new StringBuilder();
    for (int i = 8 + random.nextInt(200); i > 0; i--) {
      code.append((char) ('0' + random.nextInt(75)));
    }
    String said = code.toString();
    String seen = shown(said + "\r");
    assertEquals(said.length() + 1, seen.length());
    for (int at = 0; at + 6 <= said.length(); at++) {
      String six = said.substring(at, at + 6);
      boolean told = six.chars().anyMatch(one -> "0aA+/=-_%123456789bB".indexOf(one) < 0);
      assertFalse(told && seen.contains(six), "characters " + at + ", seed " + seed);
    }
    assertNotEquals(said, seen);
  }
}

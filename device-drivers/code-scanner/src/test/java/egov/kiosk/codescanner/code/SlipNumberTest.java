package egov.kiosk.codescanner.code;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SlipNumberTest {
  private static final String NUMBER = "20261122000017";

  private static String in(byte[] line) {
    return SlipNumber.in(line)
        .map(digits -> new String(digits, StandardCharsets.US_ASCII))
        .orElse("");
  }

  @Test
  void wordsInAnyEncoding_numberAlone() {
    for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
      assertEquals(NUMBER, in(("受理号 " + NUMBER).getBytes(charset)));
    }
    assertEquals(NUMBER, in(NUMBER.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void otherLines_nothing() {
    for (String line :
        List.of(
            "",
            "123456789",
            "012345678901234567890",
            "https://x.example/" + NUMBER,
            "x" + NUMBER,
            NUMBER + "x",
            "-" + NUMBER,
            "1 " + NUMBER,
            "临时号 26-000123",
            "办".repeat(9) + NUMBER)) {
      assertEquals("", in(line.getBytes(StandardCharsets.UTF_8)), line);
    }
  }

  @Property(tries = 500)
  void anyBytes_digitsOrNothing(@ForAll byte[] line) {
    assertEquals("", in(line).replaceAll("[0-9]{10,20}", ""));
  }
}

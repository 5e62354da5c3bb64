package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Pbkdf2Sm3Test {
  /** As {@code openssl kdf -kdfopt digest:SM3 ... PBKDF2} of OpenSSL 3.0.22 computes them. */
  @ParameterizedTest
  @CsvSource({
    "password, 73616c74, 4096, b6e8f2074c87432b78f62e5ced980fdff89e86af2f693dab1638e2b3683045dd",
    "246813, 000102030405060708090a0b0c0d0e0f, 1000,"
        + " 8452e61b063444bb639314c125bcbf834b3f75df57750cf76da7bd846208d8ba5cf784c403aa0bcf"
  })
  void derive_asOpensslDoes(String word, String salt, int iterations, String expected) {
    byte[] derived =
        Pbkdf2Sm3.derive(
            word.getBytes(StandardCharsets.US_ASCII),
            HexFormat.of().parseHex(salt),
            iterations,
            expected.length() / 2);
    assertEquals(expected, HexFormat.of().formatHex(derived));
  }

  @Test
  void derive_nothingOrTooMuch_refused() {
    byte[] any = new byte[16];
    assertThrows(IllegalArgumentException.class, () -> Pbkdf2Sm3.derive(any, any, 0, 32));
    assertThrows(IllegalArgumentException.class, () -> Pbkdf2Sm3.derive(any, any, 1, 0));
    assertThrows(IllegalArgumentException.class, () -> Pbkdf2Sm3.derive(any, any, 1, 65));
  }
}

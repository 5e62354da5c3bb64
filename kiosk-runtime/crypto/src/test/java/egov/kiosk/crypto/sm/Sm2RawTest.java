package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.Refusal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** What passes between messages and cryptographic modules. */
class Sm2RawTest {
  private final SecureRandom random = new SecureRandom();

  /** GB/T 32918.5 annex A.2: the example with the curve that is recommended. */
  @Test
  void digest_ofThePublishedExample_isE() throws Exception {
    Sm2PublicKey key =
        Sm2PublicKey.of(
            HexFormat.of()
                .parseHex(
                    "0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020"
                        + "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13"));
    assertEquals(
        "f0b43e94ba45accaace692ed534382eb17e6ab5a19ce7b31f4486fdfc0d28640",
        HexFormat.of()
            .formatHex(Sm2Digest.of(key, "message digest".getBytes(StandardCharsets.US_ASCII))));
  }

  @Test
  void signature_rawToDer_isWhatVerifies() throws Exception {
    for (int i = 0; i < 50; i++) {
      Sm2PrivateKey key = Sm2PrivateKey.generate(random);
      byte[] message = {(byte) i};
      byte[] der = new Sm2Signing(key, random).sign(message);
      byte[] again = Sm2RawSignature.of(raw(der)).der();
      assertArrayEquals(der, again);
      assertTrue(key.publicKey().verifies(message, again));
    }
    Refusal.ofMessage(() -> Sm2RawSignature.of(new byte[63]));
  }

  /** SEQUENCE of two INTEGERs, taken apart by hand. */
  private static byte[] raw(byte[] der) {
    byte[] values = new byte[64];
    int at = 2;
    for (int i = 0; i < 2; i++) {
      byte[] number = Arrays.copyOfRange(der, at + 2, at + 2 + der[at + 1]);
      byte[] fixed = new BigInteger(1, number).toByteArray();
      int skip = Math.max(0, fixed.length - 32);
      System.arraycopy(
          fixed, skip, values, 32 * (i + 1) - (fixed.length - skip), fixed.length - skip);
      at += 2 + der[at + 1];
    }
    return values;
  }

  @Test
  void ciphertext_parts_areThoseOfTheDer() throws Exception {
    Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    byte[] plain = {1, 2, 3, 4, 5};
    byte[] der = Sm2Encryption.encrypt(key.publicKey(), plain, random);
    Sm2RawCiphertext parts = Sm2RawCiphertext.ofDer(der);
    assertEquals(32, parts.x().length);
    assertEquals(32, parts.y().length);
    assertEquals(32, parts.hash().length);
    assertEquals(plain.length, parts.text().length);
    byte[] tail = new byte[2 + 32 + 2 + plain.length];
    tail[0] = 4;
    tail[1] = 32;
    System.arraycopy(parts.hash(), 0, tail, 2, 32);
    tail[34] = 4;
    tail[35] = (byte) plain.length;
    System.arraycopy(parts.text(), 0, tail, 36, plain.length);
    assertArrayEquals(tail, Arrays.copyOfRange(der, der.length - tail.length, der.length));
    Refusal.ofMessage(() -> Sm2RawCiphertext.ofDer(Arrays.copyOf(der, der.length - 1)));
  }
}

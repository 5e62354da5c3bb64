package egov.kiosk.custody.pkcs11;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CipherFormTest {
  @Test
  void forms_holdTheSamePartsInTheirOrder() throws Exception {
    SecureRandom random = new SecureRandom();
    Sm2RawCiphertext parts =
        Sm2RawCiphertext.ofDer(
            Sm2Encryption.encrypt(
                Sm2PrivateKey.generate(random).publicKey(), new byte[16], random));
    byte[] standard = CipherForm.C1C3C2.encode(parts);
    byte[] draft = CipherForm.C1C2C3.encode(parts);
    byte[] bare = CipherForm.XYC3C2.encode(parts);
    assertEquals(1 + 64 + 32 + 16, standard.length);
    assertEquals(4, standard[0]);
    assertArrayEquals(bare, Arrays.copyOfRange(standard, 1, standard.length));
    assertArrayEquals(parts.hash(), Arrays.copyOfRange(standard, 65, 97));
    assertArrayEquals(parts.text(), Arrays.copyOfRange(draft, 65, 81));
    assertArrayEquals(parts.hash(), Arrays.copyOfRange(draft, 81, 113));
  }
}

package egov.kiosk.custody.library;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.jna.Memory;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import java.security.SecureRandom;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The layouts, byte by byte, written down here a second time. */
class EccTest {
  @Test
  void point_takesTheLowHalves() {
    Memory block = Ecc.block(4 + 64 + 64);
    assertEquals(Ecc.PUBLIC_KEY, block.size());
    block.setInt(0, 256);
    for (int i = 0; i < 32; i++) {
      block.setByte(4 + 32 + i, (byte) (i + 1));
      block.setByte(4 + 64 + 32 + i, (byte) (i + 101));
    }
    byte[] point = Ecc.point(block);
    assertEquals(65, point.length);
    assertEquals(4, point[0]);
    assertEquals(1, point[1]);
    assertEquals(32, point[32]);
    assertEquals(101, point[33]);
    assertEquals((byte) 132, point[64]);
  }

  @Test
  void signature_takesTheLowHalves() {
    Memory block = Ecc.block(64 + 64);
    assertEquals(Ecc.SIGNATURE, block.size());
    block.setByte(32, (byte) 1);
    block.setByte(63, (byte) 2);
    block.setByte(64 + 32, (byte) 3);
    block.setByte(64 + 63, (byte) 4);
    byte[] values = Ecc.signature(block);
    assertEquals(64, values.length);
    assertEquals(1, values[0]);
    assertEquals(2, values[31]);
    assertEquals(3, values[32]);
    assertEquals(4, values[63]);
  }

  @Test
  void cipher_putsEveryPartInItsPlace() throws Exception {
    SecureRandom random = new SecureRandom();
    Sm2RawCiphertext parts =
        Sm2RawCiphertext.ofDer(
            Sm2Encryption.encrypt(
                Sm2PrivateKey.generate(random).publicKey(), new byte[] {1, 2, 3}, random));
    Memory block = Ecc.cipher(parts);
    byte[] bytes = block.getByteArray(0, (int) block.size());
    assertEquals(64 + 64 + 32 + 4 + 3, bytes.length);
    assertArrayEquals(new byte[32], Arrays.copyOfRange(bytes, 0, 32));
    assertArrayEquals(parts.x(), Arrays.copyOfRange(bytes, 32, 64));
    assertArrayEquals(new byte[32], Arrays.copyOfRange(bytes, 64, 96));
    assertArrayEquals(parts.y(), Arrays.copyOfRange(bytes, 96, 128));
    assertArrayEquals(parts.hash(), Arrays.copyOfRange(bytes, 128, 160));
    assertEquals(3, block.getInt(160));
    assertArrayEquals(parts.text(), Arrays.copyOfRange(bytes, 164, 167));
  }
}

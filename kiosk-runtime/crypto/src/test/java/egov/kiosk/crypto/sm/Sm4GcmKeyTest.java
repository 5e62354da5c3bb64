package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Sm4GcmKeyTest {
  private static final byte[] KEY = HexFormat.of().parseHex("0123456789abcdeffedcba9876543210");
  private static final byte[] BESIDE = {9, 8, 7};

  @Test
  void sealed_isOrdinaryGcmWithItsNonceInFront() throws Exception {
    byte[] plain = {1, 2, 3};
    byte[] box = new Sm4GcmKey(KEY).seal(BESIDE, plain);
    byte[] nonce = Arrays.copyOf(box, 12);
    assertArrayEquals(
        Sm4Gcm.seal(KEY, nonce, BESIDE, plain), Arrays.copyOfRange(box, 12, box.length));
    assertArrayEquals(plain, new Sm4GcmKey(KEY).open(BESIDE, box, 0));
  }

  /** Attack tests C05 and C06: two copies of one key, no generator, a hundred thousand each. */
  @Test
  void c05_twoCopies_noNonceMeetsTwoMessages() {
    Map<String, Integer> seen = new HashMap<>();
    Sm4GcmKey one = new Sm4GcmKey(KEY);
    Sm4GcmKey copy = new Sm4GcmKey(KEY);
    for (int i = 0; i < 100_000; i++) {
      byte[] own = ByteBuffer.allocate(4).putInt(i).array();
      byte[] theirs = ByteBuffer.allocate(4).putInt(-1 - i).array();
      assertNull(seen.put(nonce(one.seal(BESIDE, own)), i));
      assertNull(seen.put(nonce(copy.seal(BESIDE, theirs)), -1 - i));
    }
  }

  @Test
  void sameMessageTwice_sameBox_otherBesideAnotherNonce() {
    Sm4GcmKey key = new Sm4GcmKey(KEY);
    assertArrayEquals(key.seal(BESIDE, new byte[5]), key.seal(BESIDE, new byte[5]));
    // What is beside and what is inside cannot run into each other.
    assertTrue(
        !nonce(key.seal(new byte[3], new byte[2]))
            .equals(nonce(key.seal(new byte[2], new byte[3]))));
  }

  @Test
  void afterARefusal_goesOn() throws Exception {
    Sm4GcmKey key = new Sm4GcmKey(KEY);
    byte[] box = key.seal(BESIDE, new byte[40]);
    byte[] bent = box.clone();
    bent[20] ^= 1;
    assertThrows(CryptoException.class, () -> key.open(BESIDE, bent, 0));
    assertThrows(CryptoException.class, () -> key.open(BESIDE, new byte[20], 0));
    assertEquals(40, key.open(BESIDE, box, 0).length);
  }

  private static String nonce(byte[] box) {
    return HexFormat.of().formatHex(box, 0, 12);
  }
}

package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.Refusal;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Attacks C05 and C10: nonces that never repeat, fields that cannot be moved. */
class Sm4GcmBoxTest {
  private static final byte[] KEY = Standard.hex("0123456789abcdeffedcba9876543210");
  private final Sm4GcmBox box = new Sm4GcmBox(KEY, new SecureRandom());

  private static byte[] number(int value) {
    return ByteBuffer.allocate(4).putInt(value).array();
  }

  @Property(tries = 200)
  void open_anythingSealed_comesBack(@ForAll byte[] associated, @ForAll byte[] plain)
      throws Exception {
    byte[] sealed = box.seal(associated, plain);
    assertEquals(plain.length + 28, sealed.length);
    assertArrayEquals(plain, box.open(associated, sealed));
  }

  @Test
  void c05_twoInstancesWithABrokenGenerator_noNonceForTwoMessages() {
    SecureRandom broken = new FixedRandom(new byte[32]);
    Sm4GcmBox one = new Sm4GcmBox(KEY, broken);
    Sm4GcmBox clone = new Sm4GcmBox(KEY, broken);
    Set<ByteBuffer> nonces = new HashSet<>();
    for (int i = 0; i < 8_000; i++) {
      assertTrue(nonces.add(nonce(one.seal(number(0), number(i)))));
      assertTrue(nonces.add(nonce(clone.seal(number(1), number(i)))));
    }
  }

  @Test
  void c05_twoInstancesWithASoundGenerator_noNonceTwiceEvenForOneMessage() {
    Sm4GcmBox clone = new Sm4GcmBox(KEY, new SecureRandom());
    Set<ByteBuffer> nonces = new HashSet<>();
    for (int i = 0; i < 4_000; i++) {
      assertTrue(nonces.add(nonce(box.seal(KEY, KEY))));
      assertTrue(nonces.add(nonce(clone.seal(KEY, KEY))));
    }
  }

  @Test
  void c10_fieldMovedToAnotherRowOrTable_refused() {
    byte[] sealed = box.seal("citizen|1|k1".getBytes(), "name".getBytes());
    for (String other : new String[] {"citizen|2|k1", "draft|1|k1", "citizen|1|k2", ""}) {
      Refusal.ofMessage(() -> box.open(other.getBytes(), sealed));
    }
    for (int length = 0; length < sealed.length; length++) {
      byte[] torn = Arrays.copyOf(sealed, length);
      Refusal.ofMessage(() -> box.open("citizen|1|k1".getBytes(), torn));
    }
  }

  @Test
  void box_wrongKeyLengthOrPrinted_refusedAndSilent() {
    assertThrows(
        IllegalArgumentException.class, () -> new Sm4GcmBox(new byte[15], new SecureRandom()));
    assertEquals("Sm4GcmBox[hidden]", box.toString());
  }

  private static ByteBuffer nonce(byte[] sealed) {
    return ByteBuffer.wrap(Arrays.copyOf(sealed, Sm4Gcm.NONCE));
  }
}

package egov.kiosk.crypto.sm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.Refusal;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class Sm4GcmTest {
  private static final byte[] KEY = Standard.hex("0123456789abcdeffedcba9876543210");
  private static final byte[] NONCE = Standard.hex("00001234567800000000abcd");
  private static final byte[] ASSOCIATED = Standard.hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  private static final byte[] PLAIN =
      Standard.hex(
          "aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccdddddddddddddddd"
              + "eeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
  private static final byte[] SEALED =
      Standard.hex(
          "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735"
              + "d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
              + "83de3541e4c2b58177e065a9bf7b62ec");

  @Test
  void seal_vectorOfRfc8998A1_asPublished() throws Exception {
    assertArrayEquals(SEALED, Sm4Gcm.seal(KEY, NONCE, ASSOCIATED, PLAIN));
    assertArrayEquals(PLAIN, Sm4Gcm.open(KEY, NONCE, ASSOCIATED, SEALED));
  }

  @Test
  void open_oneBitChangedAnywhere_refused() {
    for (int bit = 0; bit < SEALED.length * 8; bit++) {
      byte[] bent = SEALED.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      Refusal.ofMessage(() -> Sm4Gcm.open(KEY, NONCE, ASSOCIATED, bent));
    }
    for (int length = 0; length < SEALED.length; length++) {
      byte[] torn = Arrays.copyOf(SEALED, length);
      Refusal.ofMessage(() -> Sm4Gcm.open(KEY, NONCE, ASSOCIATED, torn));
    }
    Refusal.ofMessage(() -> Sm4Gcm.open(KEY, NONCE, new byte[0], SEALED));
    Refusal.ofMessage(() -> Sm4Gcm.open(KEY, new byte[12], ASSOCIATED, SEALED));
    Refusal.ofMessage(() -> Sm4Gcm.open(new byte[16], NONCE, ASSOCIATED, SEALED));
  }

  @Test
  void seal_wrongLengths_refused() {
    assertThrows(
        IllegalArgumentException.class, () -> Sm4Gcm.seal(new byte[15], NONCE, ASSOCIATED, PLAIN));
    assertThrows(
        IllegalArgumentException.class, () -> Sm4Gcm.seal(KEY, new byte[16], ASSOCIATED, PLAIN));
  }

  @Property(tries = 200)
  void open_anythingSealed_comesBack(
      @ForAll @Size(16) byte[] key,
      @ForAll @Size(12) byte[] nonce,
      @ForAll byte[] associated,
      @ForAll byte[] plain)
      throws Exception {
    byte[] sealed = Sm4Gcm.seal(key, nonce, associated, plain);
    assertEquals(plain.length + Sm4Gcm.TAG, sealed.length);
    assertArrayEquals(plain, Sm4Gcm.open(key, nonce, associated, sealed));
  }
}

package egov.kiosk.crypto.independent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import egov.kiosk.crypto.sm.Sm2Verifying;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.crypto.sm.Sm4Cbc;
import egov.kiosk.crypto.sm.Sm4Gcm;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;

/** What one implementation makes the other takes, whatever the message and the key. */
class KonaTest {
  private final SecureRandom random = new SecureRandom();

  @Property(tries = 60)
  void sm2Signature_anyMessageAndKey_verifiesBothWays(
      @ForAll byte[] message, @ForAll @IntRange(max = 500) int bit) throws Exception {
    Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    byte[] point = key.publicKey().encoded();
    byte[] ours = new Sm2Signing(key, random).sign(message);
    byte[] theirs = Kona.sign(key.scalar(), point, message);
    assertTrue(Kona.verifies(point, message, ours));
    assertTrue(key.publicKey().verifies(message, theirs));
    assertTrue(new Sm2Verifying(key.publicKey()).verifies(message, theirs));
    byte[] bent = theirs.clone();
    bent[bit / 8 % bent.length] ^= (byte) (1 << bit % 8);
    assertFalse(key.publicKey().verifies(message, bent));
    byte[] ourBent = ours.clone();
    ourBent[ourBent.length - 1] ^= 1;
    assertFalse(Kona.verifies(point, message, ourBent));
  }

  @Property(tries = 60)
  void sm2Encryption_anyTextAndKey_opensBothWays(@ForAll @NotEmpty byte[] text) throws Exception {
    Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    byte[] ours = Sm2Encryption.encrypt(key.publicKey(), text, random);
    assertArrayEquals(text, Kona.decrypt(key.scalar(), ours));
    assertArrayEquals(
        text, Sm2Encryption.decrypt(key, Kona.encrypt(key.publicKey().encoded(), text)));
  }

  @Property(tries = 300)
  void sm3AndHmac_anyBytes_same(@ForAll byte[] text, @ForAll @NotEmpty byte[] key)
      throws Exception {
    assertArrayEquals(Kona.sm3(text), Sm3.digest(text));
    assertArrayEquals(Kona.hmac(key, text), Sm3.hmac(key, text));
  }

  @Property(tries = 200)
  void sm4Gcm_anything_sameBytesAndOpensBothWays(
      @ForAll @Size(16) byte[] key,
      @ForAll @Size(12) byte[] nonce,
      @ForAll byte[] associated,
      @ForAll byte[] text)
      throws Exception {
    byte[] ours = Sm4Gcm.seal(key, nonce, associated, text);
    assertArrayEquals(Kona.gcm(Cipher.ENCRYPT_MODE, key, nonce, associated, text), ours);
    assertArrayEquals(text, Kona.gcm(Cipher.DECRYPT_MODE, key, nonce, associated, ours));
    assertEquals(text.length + Sm4Gcm.TAG, ours.length);
  }

  @Property(tries = 200)
  void sm4Cbc_anything_sameBytesAndOpensBothWays(
      @ForAll @Size(16) byte[] key, @ForAll @Size(16) byte[] iv, @ForAll byte[] text)
      throws Exception {
    byte[] ours = Sm4Cbc.encrypt(key, iv, text);
    assertArrayEquals(Kona.cbc(Cipher.ENCRYPT_MODE, key, iv, text), ours);
    assertArrayEquals(text, Kona.cbc(Cipher.DECRYPT_MODE, key, iv, ours));
  }
}

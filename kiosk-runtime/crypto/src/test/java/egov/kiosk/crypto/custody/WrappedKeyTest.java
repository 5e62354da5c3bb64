package egov.kiosk.crypto.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.independent.OpenSsl;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrappedKeyTest {
  private static final int FEW = 10_000;

  @TempDir Path folder;
  private final SecureRandom random = new SecureRandom();
  private Passphrase passphrase;
  private Sm2PrivateKey key;
  private byte[] wrapped;

  @BeforeEach
  void wrap() throws Exception {
    Path words = folder.resolve("words");
    PrivateFile.replace(words, "correct horse battery staple".getBytes(StandardCharsets.UTF_8));
    passphrase = new Passphrase(words, Optional.empty());
    key = Sm2PrivateKey.generate(random);
    wrapped = WrappedKey.encode(key, passphrase, FEW, random);
  }

  @Test
  void decode_whatWasEncoded_isTheKey() throws Exception {
    assertArrayEquals(key.scalar(), WrappedKey.decode(wrapped, passphrase).scalar());
  }

  @Test
  void encode_twice_differsInSaltAndNonce() throws Exception {
    assertFalse(Arrays.equals(wrapped, WrappedKey.encode(key, passphrase, FEW, random)));
  }

  /** The structure as OpenSSL's reader of ASN.1 sees it: names and numbers, nothing of ours. */
  @Test
  void encode_structure_isTheOneThatIsDocumented() throws Exception {
    Files.write(folder.resolve("wrapped.der"), wrapped);
    String seen = new OpenSsl(folder).run("asn1parse", "-inform", "DER", "-in", "wrapped.der");
    assertTrue(seen.contains(":PBES2"), seen);
    assertTrue(seen.contains(":PBKDF2"), seen);
    assertTrue(seen.contains(":1.2.156.10197.1.401.2") || seen.contains(":hmacWithSM3"), seen);
    assertTrue(seen.contains(":1.2.156.10197.1.104.8") || seen.contains(":sm4-gcm"), seen);
  }

  /** PBKDF2 with HMAC-SM3 against another implementation. */
  @Test
  void passphraseKey_isPbkdf2AsOpensslComputesIt() throws Exception {
    byte[] salt = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");
    String seen =
        new OpenSsl(folder)
            .run(
                "kdf",
                "-keylen",
                "16",
                "-kdfopt",
                "digest:SM3",
                "-kdfopt",
                "pass:correct horse battery staple",
                "-kdfopt",
                "hexsalt:000102030405060708090a0b0c0d0e0f",
                "-kdfopt",
                "iter:" + FEW,
                "PBKDF2");
    assertEquals(
        seen.strip().replace(":", "").toLowerCase(Locale.ROOT),
        HexFormat.of().formatHex(passphrase.key(salt, FEW)));
  }

  @Test
  void decode_anyByteChanged_isNeverAKey() {
    for (int at = 0; at < wrapped.length; at++) {
      byte[] changed = wrapped.clone();
      changed[at] ^= 0x01;
      refused(changed);
    }
  }

  @Test
  void decode_randomBytes_isNeverAKey() {
    Random noise = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] bytes = new byte[noise.nextInt(200)];
      noise.nextBytes(bytes);
      refused(bytes);
    }
  }

  @Test
  void decode_countThatWouldTakeForEver_isRefusedAtOnce() throws Exception {
    byte[] count = HexFormat.of().parseHex("02022710");
    for (int at = 0; at < wrapped.length - count.length; at++) {
      if (Arrays.equals(Arrays.copyOfRange(wrapped, at, at + count.length), count)) {
        byte[] slow = wrapped.clone();
        slow[at + 1] = 2;
        slow[at + 2] = 0x00;
        refused(slow);
        byte[] fast = wrapped.clone();
        fast[at + 2] = 0x03;
        refused(fast);
        return;
      }
    }
    throw new AssertionError("the count is not where it should be");
  }

  private void refused(byte[] bytes) {
    try {
      WrappedKey.decode(bytes, passphrase);
    } catch (IllegalArgumentException e) {
      return;
    } catch (CryptoException e) {
      assertEquals(CryptoFault.PASSPHRASE_REFUSED, e.fault());
      return;
    }
    throw new AssertionError("a changed file gave a key");
  }

  @Test
  void decode_anotherPassphrase_refused() throws Exception {
    Path other = folder.resolve("other");
    PrivateFile.replace(other, "correct horse battery stapler".getBytes(StandardCharsets.UTF_8));
    CryptoException refused =
        assertThrows(
            CryptoException.class,
            () -> WrappedKey.decode(wrapped, new Passphrase(other, Optional.empty())));
    assertEquals(CryptoFault.PASSPHRASE_REFUSED, refused.fault());
  }
}

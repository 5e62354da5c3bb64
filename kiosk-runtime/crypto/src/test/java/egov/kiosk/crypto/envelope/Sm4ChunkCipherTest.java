package egov.kiosk.crypto.envelope;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.sm.Sm4Gcm;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class Sm4ChunkCipherTest {
  private static final TransactionId ID = TransactionId.create(Lab.NOW);
  private static final byte[] PLAIN = "a chunk".getBytes(StandardCharsets.US_ASCII);

  private final ChunkCipher cipher = new Sm4ChunkCipher(new SecureRandom());
  private final String key = cipher.newKey();

  @Test
  void seal_chunk_isSm4GcmWithTheNumberAsNonce() {
    byte[] nonce = new byte[12];
    nonce[11] = 5;
    byte[] associated = Arrays.copyOf(ID.value().getBytes(StandardCharsets.US_ASCII), 40);
    associated[39] = 5;
    assertArrayEquals(
        Sm4Gcm.seal(HexFormat.of().parseHex(key), nonce, associated, PLAIN),
        cipher.seal(key, ID, 5, PLAIN));
  }

  @Test
  void open_itsOwnChunk_comesBack() {
    byte[] sealed = cipher.seal(key, ID, 0, PLAIN);
    assertEquals(PLAIN.length + ChunkCipher.TAG_BYTES, sealed.length);
    assertArrayEquals(PLAIN, cipher.open(key, ID, 0, sealed).orElseThrow());
  }

  @Test
  void open_otherNumberAttachmentKeyOrBytes_nothing() {
    byte[] sealed = cipher.seal(key, ID, 7, PLAIN);
    assertTrue(cipher.open(key, ID, 8, sealed).isEmpty());
    assertTrue(cipher.open(key, TransactionId.create(Lab.NOW), 7, sealed).isEmpty());
    assertTrue(cipher.open(cipher.newKey(), ID, 7, sealed).isEmpty());
    sealed[0] ^= 1;
    assertTrue(cipher.open(key, ID, 7, sealed).isEmpty());
    assertTrue(cipher.open(key, ID, 7, new byte[3]).isEmpty());
  }

  @Test
  void seal_numberBelowZero_refused() {
    assertThrows(IllegalArgumentException.class, () -> cipher.seal(key, ID, -1, PLAIN));
  }

  @Test
  void newKey_everyTime_another() {
    assertTrue(key.matches("[0-9a-f]{32}"));
    assertFalse(key.equals(cipher.newKey()));
  }
}

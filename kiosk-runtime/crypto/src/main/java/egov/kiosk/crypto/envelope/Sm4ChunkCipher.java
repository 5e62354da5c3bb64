package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.crypto.sm.Sm4Gcm;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Chunks under SM4-GCM: nonce is 8 zero bytes and the number, authenticated beside are the
 * attachment's id in ASCII and the number; numbers in 4 bytes, big-endian. A number that meets
 * other content under the same key is refused. Safe for use by several threads.
 */
public final class Sm4ChunkCipher implements ChunkCipher {
  /** There is none yet when a key is made: freshness and distinctness have to do. */
  private static final byte[] SECRET = new byte[Sm3.LENGTH];

  private final SealedOnce once = new SealedOnce();
  private final AtomicLong keys = new AtomicLong();
  private final SecureRandom random;

  /**
   * @param random the system's generator
   */
  public Sm4ChunkCipher(SecureRandom random) {
    this.random = Objects.requireNonNull(random, "random");
  }

  @Override
  public String newKey() {
    byte[] key = new byte[Sm4Gcm.KEY];
    HedgedRandom hedged = new HedgedRandom(random);
    hedged.begin(SECRET, distinct());
    hedged.nextBytes(key);
    hedged.end();
    return HexFormat.of().formatHex(key);
  }

  @Override
  public byte[] seal(String key, TransactionId attachmentId, int index, byte[] plain) {
    byte[] bytes = bytes(key);
    byte[] nonce = nonce(index);
    byte[] associated = associated(attachmentId, index);
    once.note(bytes, nonce, associated, plain);
    return Sm4Gcm.seal(bytes, nonce, associated, plain);
  }

  @Override
  public Optional<byte[]> open(String key, TransactionId attachmentId, int index, byte[] sealed) {
    try {
      return Optional.of(
          Sm4Gcm.open(bytes(key), nonce(index), associated(attachmentId, index), sealed));
    } catch (CryptoException e) {
      return Optional.empty();
    }
  }

  /** No two processes and no two calls agree on this, whatever the generator gives. */
  private byte[] distinct() {
    return ByteBuffer.allocate(4 * Long.BYTES)
        .putLong(keys.incrementAndGet())
        .putLong(System.nanoTime())
        .putLong(System.currentTimeMillis())
        .putLong(ProcessHandle.current().pid())
        .array();
  }

  private static byte[] bytes(String key) {
    return HexFormat.of().parseHex(key);
  }

  private static byte[] nonce(int index) {
    if (index < 0) {
      throw new IllegalArgumentException("chunks are numbered from 0");
    }
    return ByteBuffer.allocate(Sm4Gcm.NONCE).putInt(Sm4Gcm.NONCE - Integer.BYTES, index).array();
  }

  private static byte[] associated(TransactionId attachmentId, int index) {
    byte[] id = attachmentId.value().getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocate(id.length + Integer.BYTES).put(id).putInt(index).array();
  }
}

package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm4Gcm;
import egov.kiosk.domain.fleet.ChunkCipher;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;

/**
 * Chunks under SM4-GCM: nonce is 8 zero bytes and the number, authenticated beside are the
 * attachment's id in ASCII and the number; numbers in 4 bytes, big-endian.
 */
public final class Sm4ChunkCipher implements ChunkCipher {
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
    random.nextBytes(key);
    return HexFormat.of().formatHex(key);
  }

  @Override
  public byte[] seal(String key, TransactionId attachmentId, int index, byte[] plain) {
    return Sm4Gcm.seal(bytes(key), nonce(index), associated(attachmentId, index), plain);
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

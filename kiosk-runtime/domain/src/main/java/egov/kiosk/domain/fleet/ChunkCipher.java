package egov.kiosk.domain.fleet;

import egov.kiosk.domain.transaction.TransactionId;
import java.util.Optional;

/**
 * Encrypts the chunks of one attachment under a key of its own (SM4-GCM, GB/T 32907 and GB/T 17964
 * as RFC 8998 profiles them). The nonce is the chunk's number, so one key must never seal two
 * different chunks of the same number. Safe for use by several threads.
 */
public interface ChunkCipher {
  /** Bytes a sealed chunk is longer than the plain one: the authentication tag. */
  int TAG_BYTES = 16;

  /** A fresh random key, 32 hexadecimal digits in lower case; never logged. */
  String newKey();

  /**
   * Seals one chunk.
   *
   * @param key of this attachment alone
   * @param attachmentId whose chunk; authenticated, not repeated in the result
   * @param index its number, from 0; authenticated, not repeated in the result
   * @return ciphertext and tag
   */
  byte[] seal(String key, TransactionId attachmentId, int index, byte[] plain);

  /**
   * Opens one chunk.
   *
   * @return the plain bytes; empty when it is not exactly what {@link #seal} made for this
   *     attachment, number and key
   */
  Optional<byte[]> open(String key, TransactionId attachmentId, int index, byte[] sealed);
}

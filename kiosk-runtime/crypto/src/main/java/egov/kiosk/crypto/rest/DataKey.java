package egov.kiosk.crypto.rest;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.sm.Sm4Gcm;
import egov.kiosk.crypto.sm.Sm4GcmKey;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.domain.rest.RestPlace;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * One data key (SM4) and what it seals: key id, nonce, ciphertext, tag. Authenticated beside are a
 * label, the key id, the place with its length, and what the caller adds.
 *
 * @param id its name, random
 * @param made when
 * @param cipher the key itself
 */
record DataKey(RestKeyId id, Instant made, Sm4GcmKey cipher) {
  private static final byte[] LABEL = "egov.kiosk rest 1".getBytes(StandardCharsets.US_ASCII);

  DataKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(made, "made");
    Objects.requireNonNull(cipher, "cipher");
  }

  /** Bytes that {@link #seal} adds. */
  static final int OVERHEAD = RestKeyId.LENGTH + Sm4Gcm.NONCE + Sm4Gcm.TAG;

  byte[] seal(RestPlace place, byte[] beside, byte[] plain) {
    byte[] name = id.bytes();
    byte[] rest = cipher.seal(associated(name, place, beside), plain);
    byte[] box = Arrays.copyOf(name, RestKeyId.LENGTH + rest.length);
    System.arraycopy(rest, 0, box, RestKeyId.LENGTH, rest.length);
    return box;
  }

  byte[] open(RestPlace place, byte[] beside, byte[] box) throws CryptoException {
    return cipher.open(associated(id.bytes(), place, beside), box, RestKeyId.LENGTH);
  }

  private static byte[] associated(byte[] name, RestPlace place, byte[] beside) {
    byte[] where = place.bytes();
    return ByteBuffer.allocate(
            LABEL.length + RestKeyId.LENGTH + Integer.BYTES + where.length + beside.length)
        .put(LABEL)
        .put(name)
        .putInt(where.length)
        .put(where)
        .put(beside)
        .array();
  }
}

package egov.kiosk.custody.library;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.EnvelopedKey;
import egov.kiosk.crypto.sm.Sm2RawCiphertext;
import egov.kiosk.crypto.sm.Sm2RawSignature;

/**
 * The three structures that GM/T 0016 (clause 6.4: ECCPUBLICKEYBLOB, ECCSIGNATUREBLOB,
 * ECCCIPHERBLOB) and GM/T 0018 (clause 5.5: ECCrefPublicKey, ECCSignature, ECCCipher) both define,
 * byte for byte the same: coordinates are 64 bytes wide for curves of up to 512 bits and hold SM2's
 * 32 at their end, big-endian; lengths are unsigned numbers of 32 bits in the machine's order;
 * nothing is padded.
 *
 * <p>From memory of the published texts (2012 editions), compared with public headers; clause
 * numbers may have moved in later editions.
 *
 * <pre>
 * public key   bits(4)   x(64)  y(64)
 * signature    r(64)     s(64)
 * ciphertext   x(64)     y(64)  hash(32)  length(4)  text(length)
 * </pre>
 */
public final class Ecc {
  private static final int FIELD = 64;
  private static final int WIDTH = 32;
  private static final int NUMBER = 4;
  private static final int BITS = 256;

  /** SGD_SM4_ECB: GM/T 0006. */
  private static final int SM4_ECB = 0x00000401;

  /** Bytes of a public key. */
  public static final int PUBLIC_KEY = NUMBER + 2 * FIELD;

  /** Bytes of a signature. */
  public static final int SIGNATURE = 2 * FIELD;

  private static final int CIPHER_TEXT = 2 * FIELD + WIDTH + NUMBER;

  private Ecc() {}

  /** A zeroed block. */
  public static Memory block(long size) {
    Memory block = new Memory(size);
    block.clear();
    return block;
  }

  /** The point of a public key: 04 ‖ x ‖ y. */
  public static byte[] point(Pointer publicKey) {
    byte[] point = new byte[1 + 2 * WIDTH];
    point[0] = 4;
    low(publicKey, NUMBER, point, 1);
    low(publicKey, NUMBER + FIELD, point, 1 + WIDTH);
    return point;
  }

  /** A signature as r ‖ s. */
  public static byte[] signature(Pointer signature) {
    byte[] values = new byte[Sm2RawSignature.LENGTH];
    low(signature, 0, values, 0);
    low(signature, FIELD, values, WIDTH);
    return values;
  }

  /** A ciphertext in its structure. */
  public static Memory cipher(Sm2RawCiphertext ciphertext) {
    byte[] text = ciphertext.text();
    Memory block = block(CIPHER_TEXT + text.length);
    block.write(FIELD - WIDTH, ciphertext.x(), 0, WIDTH);
    block.write(2 * FIELD - WIDTH, ciphertext.y(), 0, WIDTH);
    block.write(2 * FIELD, ciphertext.hash(), 0, WIDTH);
    block.setInt(2 * FIELD + WIDTH, text.length);
    block.write(CIPHER_TEXT, text, 0, text.length);
    return block;
  }

  /**
   * ENVELOPEDKEYBLOB of GM/T 0016 clause 6.4.10: version 1, SGD_SM4_ECB, bits, the encrypted
   * private key at the end of 64 bytes, the public key, and the SM4 key as a ciphertext for the
   * signing key.
   *
   * <pre>
   * version(4)  algorithm(4)  bits(4)  private key(64)  public key(132)  ciphertext
   * </pre>
   */
  public static Memory enveloped(EnvelopedKey key) throws CryptoException {
    Memory wrapping = cipher(Sm2RawCiphertext.ofDer(key.wrappingKey()));
    int head = 3 * NUMBER + FIELD;
    Memory block = block(head + PUBLIC_KEY + wrapping.size());
    block.setInt(0, 1);
    block.setInt(NUMBER, SM4_ECB);
    block.setInt(2 * NUMBER, BITS);
    block.write(head - WIDTH, key.secret(), 0, WIDTH);
    byte[] point = key.publicKey().encoded();
    block.setInt(head, BITS);
    block.write(head + NUMBER + FIELD - WIDTH, point, 1, WIDTH);
    block.write(head + NUMBER + 2L * FIELD - WIDTH, point, 1 + WIDTH, WIDTH);
    byte[] cipher = wrapping.getByteArray(0, (int) wrapping.size());
    block.write(head + PUBLIC_KEY, cipher, 0, cipher.length);
    return block;
  }

  private static void low(Pointer from, int field, byte[] into, int at) {
    from.read(field + FIELD - WIDTH, into, at, WIDTH);
  }
}

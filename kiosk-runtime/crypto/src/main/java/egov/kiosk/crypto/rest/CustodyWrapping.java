package egov.kiosk.crypto.rest;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm4Gcm;
import egov.kiosk.crypto.sm.Sm4GcmKey;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Objects;

/**
 * By a custody's two key pairs: the secret under SM4-GCM, its key encrypted with SM2 for the
 * kiosk's encryption certificate, and all of it signed by the kiosk (GB/T 35275 SignedData), since
 * anybody could encrypt for a certificate. The private keys stay where they are.
 */
public final class CustodyWrapping implements RestWrapping {
  private static final byte[] LABEL = "egov.kiosk rest wrap 2".getBytes(StandardCharsets.US_ASCII);

  /** Whose signature counts. */
  public interface Signers {
    /**
     * Accepts the certificate of this kiosk, one of former times too.
     *
     * @param then when it signed
     * @throws CryptoException for everybody else's
     */
    void check(Sm2Certificate signer, Instant then) throws CryptoException;
  }

  private final KeyCustody custody;
  private final Signers signers;
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * @param custody has an encryption key
   * @param random the system's generator
   */
  public CustodyWrapping(
      KeyCustody custody, Signers signers, InstantSource clock, SecureRandom random) {
    this.custody = Objects.requireNonNull(custody, "custody");
    this.signers = Objects.requireNonNull(signers, "signers");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  @Override
  public String word() {
    return "device";
  }

  @Override
  public byte[] wrap(byte[] secret) throws CryptoException {
    HedgedRandom hedged = new HedgedRandom(random);
    hedged.begin(secret, LABEL);
    byte[] key = new byte[Sm4Gcm.KEY];
    hedged.nextBytes(key);
    try {
      byte[] locked =
          Sm2Encryption.encrypt(custody.opening().certificate().publicKey(), key, hedged);
      byte[] box = new Sm4GcmKey(key).seal(LABEL, secret);
      byte[] content =
          ByteBuffer.allocate(Long.BYTES + Integer.BYTES + locked.length + box.length)
              .putLong(clock.millis())
              .putInt(locked.length)
              .put(locked)
              .put(box)
              .array();
      return SignedMessage.sign(custody.signing(), content).contentInfo();
    } finally {
      hedged.end();
      Arrays.fill(key, (byte) 0);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped) throws CryptoException {
    SignedMessage message = SignedMessage.readContentInfo(wrapped);
    ByteBuffer content = ByteBuffer.wrap(message.content());
    byte[] locked;
    byte[] box;
    try {
      signers.check(message.signer(), Instant.ofEpochMilli(content.getLong()));
      int length = content.getInt();
      if (length < 0 || length > content.remaining()) {
        throw CryptoException.messageRefused();
      }
      locked = new byte[length];
      content.get(locked);
      box = new byte[content.remaining()];
      content.get(box);
    } catch (BufferUnderflowException e) {
      throw CryptoException.messageRefused();
    }
    byte[] key = custody.opening().open(locked);
    try {
      return new Sm4GcmKey(key).open(LABEL, box, 0);
    } catch (IllegalArgumentException e) {
      throw CryptoException.messageRefused();
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }
}

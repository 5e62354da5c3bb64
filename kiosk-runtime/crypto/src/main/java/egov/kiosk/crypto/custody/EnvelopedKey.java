package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.der.StrictDer;
import egov.kiosk.crypto.sm.HedgedRandom;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.crypto.sm.Sm4Blocks;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * An encryption key on its way into a smart key: SM2EnvelopedKey of GB/T 35276 clause 7.4. The
 * private key is under an SM4 key, and that is encrypted for the signing key which the smart key
 * made itself, so that it opens nowhere else. Some interfaces (SKF_ImportECCKeyPair) take
 * encryption keys in no other way. Immutable.
 */
public final class EnvelopedKey {
  private static final int LARGEST = 1024;
  private static final int SECRET = 32;
  private static final int SM4_KEY = 16;
  private static final AlgorithmIdentifier SM4_ECB =
      new AlgorithmIdentifier(GMObjectIdentifiers.sms4_ecb);

  private final byte[] encoded;
  private final byte[] wrappingKey;
  private final byte[] secret;
  private final Sm2PublicKey publicKey;

  private EnvelopedKey(byte[] der) throws CryptoException, IOException {
    ASN1Sequence parts = ASN1Sequence.getInstance(ASN1Primitive.fromByteArray(der));
    encoded = der.clone();
    wrappingKey = parts.getObjectAt(1).toASN1Primitive().getEncoded(ASN1Encoding.DER);
    publicKey = Sm2PublicKey.of(ASN1BitString.getInstance(parts.getObjectAt(2)).getOctets());
    secret = ASN1BitString.getInstance(parts.getObjectAt(3)).getOctets();
    if (parts.size() != 4
        || !AlgorithmIdentifier.getInstance(parts.getObjectAt(0)).equals(SM4_ECB)
        || secret.length != SECRET) {
      throw new IllegalArgumentException("not of the profile");
    }
  }

  /**
   * Wraps a key.
   *
   * @param holder the signing key of the device it is for
   */
  public static EnvelopedKey seal(Sm2PrivateKey key, Sm2PublicKey holder, SecureRandom random)
      throws CryptoException {
    byte[] under = new byte[SM4_KEY];
    byte[] scalar = key.scalar();
    HedgedRandom hedged = new HedgedRandom(random);
    hedged.begin(scalar, holder.encoded());
    hedged.nextBytes(under);
    try {
      return parse(
          new DERSequence(
                  new ASN1Encodable[] {
                    SM4_ECB,
                    ASN1Primitive.fromByteArray(Sm2Encryption.encrypt(holder, under, hedged)),
                    new DERBitString(key.publicKey().encoded()),
                    new DERBitString(Sm4Blocks.encrypt(under, scalar))
                  })
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode an enveloped key", e);
    } finally {
      hedged.end();
      Arrays.fill(under, (byte) 0);
      Arrays.fill(scalar, (byte) 0);
    }
  }

  /**
   * Reads one.
   *
   * @throws CryptoException {@code MESSAGE_REFUSED}
   */
  public static EnvelopedKey parse(byte[] der) throws CryptoException {
    if (StrictDer.isOneValue(der, LARGEST)) {
      try {
        return new EnvelopedKey(der);
      } catch (IOException | RuntimeException e) {
        // Refused below with the same words.
      }
    }
    throw CryptoException.messageRefused();
  }

  /** The DER encoding. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** The SM4 key, encrypted for the holder's signing key: SM2Cipher in DER. */
  public byte[] wrappingKey() {
    return wrappingKey.clone();
  }

  /** The private key under that, 32 bytes. */
  public byte[] secret() {
    return secret.clone();
  }

  /** The public half. */
  public Sm2PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public String toString() {
    return "EnvelopedKey[hidden]";
  }
}

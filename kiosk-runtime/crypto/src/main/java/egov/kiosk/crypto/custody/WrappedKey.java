package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm4Gcm;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.EncryptionScheme;
import org.bouncycastle.asn1.pkcs.KeyDerivationFunc;
import org.bouncycastle.asn1.pkcs.PBES2Parameters;
import org.bouncycastle.asn1.pkcs.PBKDF2Params;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;

/**
 * A private key under a passphrase: EncryptedPrivateKeyInfo (PKCS#8, RFC 5208) with PBES2 (RFC
 * 8018), PBKDF2 with HMAC-SM3 (OID 1.2.156.10197.1.401.2) and a salt of 16 bytes, SM4-GCM (OID
 * 1.2.156.10197.1.104.8) with GCMParameters of RFC 5084, nonce 12 bytes, tag 16 bytes. Salt, nonce
 * and count are not authenticated beside: whoever changes one gets another key or no tag.
 */
final class WrappedKey {
  /** A quarter of a second on a kiosk; a passphrase made by a generator needs no more. */
  static final int ITERATIONS = 200_000;

  /** Fewer were never written, more would keep a kiosk from starting. */
  private static final int FEWEST = 10_000;

  private static final int MOST = 5_000_000;
  private static final int SALT = 16;
  private static final ASN1ObjectIdentifier SM4_GCM = GMObjectIdentifiers.sms4_gcm;
  private static final AlgorithmIdentifier HMAC_SM3 =
      new AlgorithmIdentifier(GMObjectIdentifiers.hmac_sm3, DERNull.INSTANCE);

  private WrappedKey() {}

  static byte[] encode(
      Sm2PrivateKey key, Passphrase passphrase, int iterations, SecureRandom random)
      throws CryptoException {
    byte[] salt = new byte[SALT];
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    byte[] wrapping = passphrase.key(salt, iterations);
    byte[] plain = Pkcs8.encode(key);
    try {
      return new Parts(salt, iterations, nonce, Sm4Gcm.seal(wrapping, nonce, new byte[0], plain))
          .structure();
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode a wrapped key", e);
    } finally {
      Arrays.fill(wrapping, (byte) 0);
      Arrays.fill(plain, (byte) 0);
    }
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException when it is no such structure
   * @throws CryptoException {@link CryptoFault#PASSPHRASE_REFUSED}, or what reading the passphrase
   *     throws
   */
  static Sm2PrivateKey decode(byte[] der, Passphrase passphrase) throws CryptoException {
    Parts parts = Parts.of(der);
    byte[] wrapping = passphrase.key(parts.salt, parts.iterations);
    byte[] plain = {};
    try {
      plain = open(wrapping, parts, passphrase);
      return Pkcs8.decode(plain);
    } finally {
      Arrays.fill(wrapping, (byte) 0);
      Arrays.fill(plain, (byte) 0);
    }
  }

  private static byte[] open(byte[] wrapping, Parts parts, Passphrase passphrase)
      throws CryptoException {
    try {
      return Sm4Gcm.open(wrapping, parts.nonce, new byte[0], parts.sealed);
    } catch (CryptoException e) {
      throw new CryptoException(
          CryptoFault.PASSPHRASE_REFUSED,
          "the wrapped key does not open with "
              + passphrase.file()
              + passphrase.machine().map(path -> " on the machine of " + path).orElse("")
              + ": put the passphrase it was wrapped with, or issue a new key if the file was"
              + " altered or came from another machine");
    }
  }

  /** What differs from one file to the next; everything else is always the same. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Parts(byte[] salt, int iterations, byte[] nonce, byte[] sealed) {
    static Parts of(byte[] der) {
      try {
        EncryptedPrivateKeyInfo info =
            EncryptedPrivateKeyInfo.getInstance(ASN1Primitive.fromByteArray(der));
        PBES2Parameters scheme =
            PBES2Parameters.getInstance(info.getEncryptionAlgorithm().getParameters());
        PBKDF2Params derivation =
            PBKDF2Params.getInstance(scheme.getKeyDerivationFunc().getParameters());
        ASN1Sequence gcm = ASN1Sequence.getInstance(scheme.getEncryptionScheme().getParameters());
        Parts parts =
            new Parts(
                derivation.getSalt(),
                derivation.getIterationCount().intValueExact(),
                ASN1OctetString.getInstance(gcm.getObjectAt(0)).getOctets(),
                info.getEncryptedData());
        // What is not written again to the last byte names other algorithms or is damaged.
        if (parts.nonce.length == Sm4Gcm.NONCE
            && parts.iterations >= FEWEST
            && parts.iterations <= MOST
            && Arrays.equals(parts.structure(), der)) {
          return parts;
        }
      } catch (IOException | RuntimeException e) {
        // Bouncy Castle reports a short structure in several ways; none is worth telling apart.
      }
      throw new IllegalArgumentException("not a key wrapped under a passphrase");
    }

    byte[] structure() throws IOException {
      PBES2Parameters parameters =
          new PBES2Parameters(
              new KeyDerivationFunc(
                  PKCSObjectIdentifiers.id_PBKDF2,
                  new PBKDF2Params(salt, iterations, Sm4Gcm.KEY, HMAC_SM3)),
              new EncryptionScheme(SM4_GCM, gcmParameters(nonce)));
      return new EncryptedPrivateKeyInfo(
              new AlgorithmIdentifier(PKCSObjectIdentifiers.id_PBES2, parameters), sealed)
          .getEncoded(ASN1Encoding.DER);
    }

    /** GCMParameters: nonce and length of the tag. */
    private static DERSequence gcmParameters(byte[] nonce) {
      return new DERSequence(
          new ASN1Encodable[] {new DEROctetString(nonce), new ASN1Integer(Sm4Gcm.TAG)});
    }
  }
}

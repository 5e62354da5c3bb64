package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.der.StrictDer;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import java.io.IOException;
import java.math.BigInteger;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.util.BigIntegers;

/** An SM2 private key as PKCS#8 PrivateKeyInfo (RFC 5208) around ECPrivateKey (RFC 5915). */
final class Pkcs8 {
  private static final int SCALAR_BITS = 256;
  private static final int SCALAR_BYTES = 32;
  private static final int LARGEST = 8192;
  private static final AlgorithmIdentifier SM2_KEY =
      new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, GMObjectIdentifiers.sm2p256v1);

  private Pkcs8() {}

  static byte[] encode(Sm2PrivateKey key) {
    try {
      ECPrivateKey inner =
          new ECPrivateKey(
              SCALAR_BITS,
              new BigInteger(1, key.scalar()),
              new DERBitString(key.publicKey().encoded()),
              null);
      return new PrivateKeyInfo(SM2_KEY, inner).getEncoded(ASN1Encoding.DER);
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode a private key", e);
    }
  }

  /**
   * Reads a key.
   *
   * @throws IllegalArgumentException when it is no such structure, or of another algorithm or curve
   * @throws CryptoException when the scalar is out of range
   */
  static Sm2PrivateKey decode(byte[] der) throws CryptoException {
    BigInteger scalar;
    if (!StrictDer.isOneValue(der, LARGEST)) {
      throw new IllegalArgumentException("not an SM2 key in PKCS#8");
    }
    try {
      PrivateKeyInfo info = PrivateKeyInfo.getInstance(der);
      if (!info.getPrivateKeyAlgorithm().equals(SM2_KEY)) {
        throw new IllegalArgumentException("not a key of the SM2 curve");
      }
      scalar = ECPrivateKey.getInstance(info.parsePrivateKey()).getKey();
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle reports a short structure in several ways; none is worth telling apart.
      throw new IllegalArgumentException("not an SM2 key in PKCS#8");
    }
    return Sm2PrivateKey.of(BigIntegers.asUnsignedByteArray(SCALAR_BYTES, scalar));
  }
}

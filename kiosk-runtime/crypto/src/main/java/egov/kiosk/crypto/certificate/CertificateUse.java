package egov.kiosk.crypto.certificate;

import org.bouncycastle.asn1.x509.KeyUsage;

/**
 * What a certificate's key is for. GB/T 20518 and GM/T 0015 give every party two certificates, one
 * to sign and one to be encrypted to, so that an escrowed encryption key never signs.
 */
public enum CertificateUse {
  /** Signing messages: digitalSignature and nonRepudiation. */
  SIGN(KeyUsage.digitalSignature | KeyUsage.nonRepudiation, KeyUsage.digitalSignature),
  /** Receiving encrypted keys: keyEncipherment, dataEncipherment and keyAgreement. */
  ENCRYPT(
      KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement,
      KeyUsage.keyEncipherment),
  /** Issuing certificates: keyCertSign and cRLSign. */
  ISSUE(KeyUsage.keyCertSign | KeyUsage.cRLSign, KeyUsage.keyCertSign);

  private final int issuedBits;
  private final int neededBit;

  CertificateUse(int issuedBits, int neededBit) {
    this.issuedBits = issuedBits;
    this.neededBit = neededBit;
  }

  /** The key usage bits a certificate for this use is issued with. */
  int issuedBits() {
    return issuedBits;
  }

  /** Whether key usage bits allow this use. */
  boolean allowedBy(int bits) {
    return (bits & neededBit) != 0;
  }
}

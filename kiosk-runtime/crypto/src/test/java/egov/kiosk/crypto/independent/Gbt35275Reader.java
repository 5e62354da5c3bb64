package egov.kiosk.crypto.independent;

import egov.kiosk.crypto.sm.Sm2PrivateKey;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;

/**
 * Reads the messages of GB/T 35275 from the ASN.1 in the standard alone: {@link Der} takes them
 * apart, {@link Kona} does the arithmetic. Neither Bouncy Castle nor any class of the product has a
 * part in it.
 */
final class Gbt35275Reader {
  private static final String DATA = "1.2.156.10197.6.1.4.2.1";
  private static final String SIGNED = "1.2.156.10197.6.1.4.2.2";
  private static final String ENVELOPED = "1.2.156.10197.6.1.4.2.3";
  private static final String SM3 = "1.2.156.10197.1.401";
  private static final String SM2_SIGNATURE = "1.2.156.10197.1.301.1";
  private static final String SM2_ENCRYPTION = "1.2.156.10197.1.301.3";
  private static final String SM4_CBC = "1.2.156.10197.1.104.2";
  private static final int INTEGER = 0x02;
  private static final int OCTETS = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;

  private Gbt35275Reader() {}

  /** What a SignedData says, its signature verified with the certificate in it. */
  record Signed(byte[] content, byte[] certificate) {}

  /** ContentInfo ::= SEQUENCE { contentType, content [0] EXPLICIT }. */
  static Signed signedMessage(byte[] contentInfo) throws GeneralSecurityException {
    return signed(content(Der.of(contentInfo), SIGNED));
  }

  /** Opens an EnvelopedData and reads the SignedData in it. */
  static Signed signedInEnvelope(byte[] contentInfo, byte[] recipient, Sm2PrivateKey key)
      throws GeneralSecurityException {
    return signed(Der.of(opened(contentInfo, recipient, key, SIGNED)));
  }

  /** Opens an EnvelopedData of plain data. */
  static byte[] dataInEnvelope(byte[] contentInfo, byte[] recipient, Sm2PrivateKey key)
      throws GeneralSecurityException {
    return opened(contentInfo, recipient, key, DATA);
  }

  private static Der content(Der contentInfo, String type) {
    parts(contentInfo, SEQUENCE, 2);
    must(contentInfo.at(0).oid().equals(type), "content type " + contentInfo.at(0).oid());
    parts(contentInfo.at(1), 0xa0, 1);
    return contentInfo.at(1, 0);
  }

  /**
   * SignedData ::= SEQUENCE { version 1, digestAlgorithms, contentInfo, certificates [0] IMPLICIT,
   * signerInfos }; SignerInfo ::= SEQUENCE { version 1, issuerAndSerialNumber, digestAlgorithm,
   * digestEncryptionAlgorithm, encryptedDigest }.
   */
  private static Signed signed(Der signedData) throws GeneralSecurityException {
    parts(signedData, SEQUENCE, 5);
    version1(signedData.at(0));
    parts(signedData.at(1), SET, 1);
    algorithm(signedData.at(1, 0), SM3, 1);
    Der octets = content(signedData.at(2), DATA);
    must(octets.tag() == OCTETS, "content is an OCTET STRING");
    parts(signedData.at(3), 0xa0, 1);
    Der certificate = signedData.at(3, 0);
    parts(signedData.at(4), SET, 1);
    Der signer = signedData.at(4, 0);
    parts(signer, SEQUENCE, 5);
    version1(signer.at(0));
    named(signer.at(1), certificate);
    algorithm(signer.at(2), SM3, 1);
    algorithm(signer.at(3), SM2_SIGNATURE, 1);
    must(signer.at(4).tag() == OCTETS, "the signature is an OCTET STRING");
    must(
        Kona.verifies(point(certificate), octets.body(), signer.at(4).body()),
        "the signature holds");
    return new Signed(octets.body(), certificate.whole());
  }

  /**
   * EnvelopedData ::= SEQUENCE { version 1, recipientInfos, encryptedContentInfo }; RecipientInfo
   * ::= SEQUENCE { version 1, issuerAndSerialNumber, keyEncryptionAlgorithm, encryptedKey };
   * EncryptedContentInfo ::= SEQUENCE { contentType, algorithm, encryptedContent [0] IMPLICIT }.
   */
  private static byte[] opened(
      byte[] contentInfo, byte[] recipientCertificate, Sm2PrivateKey key, String type)
      throws GeneralSecurityException {
    Der enveloped = content(Der.of(contentInfo), ENVELOPED);
    parts(enveloped, SEQUENCE, 3);
    version1(enveloped.at(0));
    parts(enveloped.at(1), SET, 1);
    Der recipient = enveloped.at(1, 0);
    parts(recipient, SEQUENCE, 4);
    version1(recipient.at(0));
    named(recipient.at(1), Der.of(recipientCertificate));
    algorithm(recipient.at(2), SM2_ENCRYPTION, 1);
    must(recipient.at(3).tag() == OCTETS, "the key is an OCTET STRING");
    Der content = enveloped.at(2);
    parts(content, SEQUENCE, 3);
    must(content.at(0).oid().equals(type), "inside is " + content.at(0).oid());
    algorithm(content.at(1), SM4_CBC, 2);
    must(content.at(2).tag() == 0x80, "the ciphertext is [0] IMPLICIT");
    byte[] contentKey = Kona.decrypt(key.scalar(), recipient.at(3).body());
    return Kona.cbc(Cipher.DECRYPT_MODE, contentKey, content.at(1, 1).body(), content.at(2).body());
  }

  /** IssuerAndSerialNumber is that of the certificate: its fourth and second field. */
  private static void named(Der issuerAndSerial, Der certificate) {
    parts(issuerAndSerial, SEQUENCE, 2);
    must(
        Arrays.equals(issuerAndSerial.at(0).whole(), certificate.at(0, 3).whole())
            && Arrays.equals(issuerAndSerial.at(1).whole(), certificate.at(0, 1).whole()),
        "names the certificate");
  }

  /** The point in a certificate's subjectPublicKeyInfo, behind the BIT STRING's unused bits. */
  private static byte[] point(Der certificate) {
    byte[] bits = certificate.at(0, 6, 1).body();
    must(bits[0] == 0, "no unused bits");
    return Arrays.copyOfRange(bits, 1, bits.length);
  }

  private static void algorithm(Der identifier, String oid, int parts) {
    parts(identifier, SEQUENCE, parts);
    must(identifier.at(0).oid().equals(oid), "algorithm " + identifier.at(0).oid());
  }

  private static void version1(Der version) {
    must(version.tag() == INTEGER && Arrays.equals(version.body(), new byte[] {1}), "version 1");
  }

  private static void parts(Der value, int tag, int count) {
    List<Der> inside = value.inside();
    must(value.tag() == tag && inside.size() == count, "tag " + tag + " around " + count);
  }

  private static void must(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError("GB/T 35275: " + what);
    }
  }
}

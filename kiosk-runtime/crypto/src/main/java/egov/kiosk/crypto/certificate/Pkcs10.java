package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.der.StrictDer;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DERBitString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.pkcs.Attribute;
import org.bouncycastle.asn1.pkcs.CertificationRequest;
import org.bouncycastle.asn1.pkcs.CertificationRequestInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * A certification request (PKCS#10, RFC 2986) over an SM2 key, signed by that very key with SM2 and
 * SM3 as GB/T 20518 and GM/T 0015 have it: whoever made it holds the key. It asks for exactly one
 * thing, a subject alternative name equal to the common name; a request that asks for more (to be
 * an authority, say) is none. Immutable.
 */
public final class Pkcs10 {
  /** Larger input is refused unread. */
  public static final int LARGEST = 2048;

  private final byte[] encoded;
  private final String commonName;
  private final Sm2PublicKey publicKey;

  private Pkcs10(byte[] encoded, String commonName, Sm2PublicKey publicKey) {
    this.encoded = encoded;
    this.commonName = commonName;
    this.publicKey = publicKey;
  }

  /** Signs with the key the request is about, wherever that is kept. */
  @FunctionalInterface
  public interface Proving {
    /** SM2 with SM3 over Z and the message, user id {@code 1234567812345678}; DER of r and s. */
    byte[] sign(byte[] message) throws CryptoException;
  }

  /**
   * Makes a request.
   *
   * @param name common name and DNS alternative name, 1 to 63 letters, digits, dots and hyphens
   * @throws CryptoException what the key says, or {@link CryptoFault#REQUEST_REFUSED} when its
   *     signature does not hold
   */
  public static Pkcs10 make(String name, Sm2PublicKey key, Proving proving) throws CryptoException {
    if (!name.matches("[0-9A-Za-z.-]{1,63}")) {
      throw new IllegalArgumentException("a name has 1 to 63 letters, digits, dots and hyphens");
    }
    try {
      CertificationRequestInfo info = info(name, key);
      byte[] signature = proving.sign(info.getEncoded(ASN1Encoding.DER));
      return parse(
          new DERSequence(
                  new ASN1Encodable[] {
                    info, CertificateProfile.SM2_WITH_SM3, new DERBitString(signature)
                  })
              .getEncoded(ASN1Encoding.DER));
    } catch (IOException e) {
      throw new IllegalStateException("Bouncy Castle cannot encode a request", e);
    }
  }

  /**
   * Reads a request and checks its proof.
   *
   * @param der its only DER encoding, at most {@link #LARGEST} bytes
   * @throws CryptoException {@link CryptoFault#REQUEST_REFUSED} when it is none of this profile or
   *     the key's signature does not hold, {@link CryptoFault#KEY_INVALID} when the key is no point
   *     of the curve
   */
  public static Pkcs10 parse(byte[] der) throws CryptoException {
    if (!StrictDer.isOneValue(der, LARGEST)) {
      throw refused();
    }
    try {
      return read(CertificationRequest.getInstance(der), der);
    } catch (IOException | RuntimeException e) {
      // Bouncy Castle refuses in several ways; none is worth telling apart.
      throw refused();
    }
  }

  private static Pkcs10 read(CertificationRequest request, byte[] der)
      throws CryptoException, IOException {
    CertificationRequestInfo info = request.getCertificationRequestInfo();
    SubjectPublicKeyInfo keyInfo = info.getSubjectPublicKeyInfo();
    String name = CertificateProfile.commonName(info.getSubject());
    if (!Arrays.equals(request.getEncoded(ASN1Encoding.DER), der)
        || info.getVersion().intValueExact() != 0
        || !request.getSignatureAlgorithm().equals(CertificateProfile.SM2_WITH_SM3)
        || !keyInfo.getAlgorithm().equals(CertificateProfile.SM2_KEY)
        || !name.matches("[0-9A-Za-z.-]{1,63}")
        || !asksFor(info.getAttributes(), name)) {
      throw refused();
    }
    Sm2PublicKey key = Sm2PublicKey.of(keyInfo.getPublicKeyData().getOctets());
    if (!key.verifies(info.getEncoded(ASN1Encoding.DER), request.getSignature().getOctets())) {
      throw refused();
    }
    return new Pkcs10(der.clone(), name, key);
  }

  private static boolean asksFor(ASN1Set attributes, String name) {
    if (attributes == null || attributes.size() != 1) {
      return false;
    }
    Attribute attribute = Attribute.getInstance(attributes.getObjectAt(0));
    if (!attribute.getAttrType().equals(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest)
        || attribute.getAttrValues().size() != 1) {
      return false;
    }
    Extensions wanted = Extensions.getInstance(attribute.getAttrValues().getObjectAt(0));
    ASN1ObjectIdentifier[] asked = wanted.getExtensionOIDs();
    AlternativeNames names = AlternativeNames.of(wanted);
    return asked.length == 1
        && asked[0].equals(Extension.subjectAlternativeName)
        && names.addresses().isEmpty()
        && names.dnsNames().equals(List.of(name));
  }

  private static CertificationRequestInfo info(String name, Sm2PublicKey key) throws IOException {
    Extension names =
        new Extension(
            Extension.subjectAlternativeName,
            false,
            AlternativeNames.dns(name).encoded().getEncoded(ASN1Encoding.DER));
    Attribute asked =
        new Attribute(
            PKCSObjectIdentifiers.pkcs_9_at_extensionRequest, new DERSet(new Extensions(names)));
    return new CertificationRequestInfo(
        CertificateProfile.name(name),
        new SubjectPublicKeyInfo(CertificateProfile.SM2_KEY, key.encoded()),
        new DERSet(asked));
  }

  /** The DER encoding. */
  public byte[] encoded() {
    return encoded.clone();
  }

  /** Who asks: common name and alternative name. */
  public String commonName() {
    return commonName;
  }

  /** The key to be certified; the asker holds it. */
  public Sm2PublicKey publicKey() {
    return publicKey;
  }

  @Override
  public String toString() {
    return "Pkcs10[" + encoded.length + " bytes]";
  }

  private static CryptoException refused() {
    return new CryptoException(
        CryptoFault.REQUEST_REFUSED,
        "not a certification request of an SM2 key by the profile, proven by that key");
  }
}

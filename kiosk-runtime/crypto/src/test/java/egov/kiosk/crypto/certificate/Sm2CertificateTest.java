package egov.kiosk.crypto.certificate;

import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_MALFORMED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.BERSequence;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.gm.GMObjectIdentifiers;
import org.bouncycastle.asn1.sec.SECObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.junit.jupiter.api.Test;

class Sm2CertificateTest {
  private final Lab lab;
  private final IssuedKey root;

  Sm2CertificateTest() throws CryptoException {
    lab = new Lab();
    root = lab.authority.issuedKey();
  }

  private static void malformed(byte[] der) {
    Refusal.with(CERTIFICATE_MALFORMED, () -> Sm2Certificate.parse(der));
  }

  private Forge forge() throws Exception {
    return new Forge().usage(KeyUsage.digitalSignature);
  }

  @Test
  void issue_kiosk_saysWhatTheProfileAsks() throws Exception {
    Sm2Certificate kiosk = lab.kiosk.certificate();
    assertEquals(Lab.KIOSK, kiosk.commonName());
    assertEquals(Lab.FROM, kiosk.notBefore());
    assertEquals(Lab.UNTIL, kiosk.notAfter());
    assertTrue(kiosk.allows(CertificateUse.SIGN));
    assertFalse(kiosk.allows(CertificateUse.ENCRYPT));
    assertFalse(kiosk.allows(CertificateUse.ISSUE));
    assertEquals(lab.kiosk.key().publicKey(), kiosk.publicKey());
    Certificate plain = Certificate.getInstance(kiosk.encoded());
    assertEquals(
        KeyUsage.digitalSignature | KeyUsage.nonRepudiation, kiosk.extensions().usageBits());
    assertEquals(
        Lab.KIOSK,
        GeneralNames.fromExtensions(
                plain.getTBSCertificate().getExtensions(), Extension.subjectAlternativeName)
            .getNames()[0]
            .getName()
            .toString());
    assertEquals("1.2.156.10197.1.501", plain.getSignatureAlgorithm().getAlgorithm().getId());
    assertTrue(kiosk.serialNumber().signum() > 0);
  }

  @Test
  void issue_encryption_bitsForKeysOnly() {
    assertEquals(
        KeyUsage.keyEncipherment | KeyUsage.dataEncipherment | KeyUsage.keyAgreement,
        lab.platformEncrypt.certificate().extensions().usageBits());
  }

  @Test
  void parse_whatWasIssued_comesBackEqual() throws Exception {
    Sm2Certificate kiosk = lab.kiosk.certificate();
    Sm2Certificate again = Sm2Certificate.parse(kiosk.encoded());
    assertEquals(kiosk, again);
    assertEquals(kiosk.hashCode(), again.hashCode());
    assertArrayEquals(
        lab.authority.certificate().subject().getEncoded(ASN1Encoding.DER), again.issuerName());
    assertFalse(kiosk.toString().contains(Lab.KIOSK));
  }

  @Test
  void parse_otherAlgorithms_refused() throws Exception {
    AlgorithmIdentifier sha256 = new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sha256);
    AlgorithmIdentifier ecdsa = new AlgorithmIdentifier(X9ObjectIdentifiers.ecdsa_with_SHA256);
    AlgorithmIdentifier withNull =
        new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3, DERNull.INSTANCE);
    for (AlgorithmIdentifier other : List.of(sha256, ecdsa, withNull)) {
      Forge both = forge();
      both.innerAlgorithm = other;
      both.outerAlgorithm = other;
      malformed(both.der(root));
      Forge outer = forge();
      outer.outerAlgorithm = other;
      malformed(outer.der(root));
      Forge inner = forge();
      inner.innerAlgorithm = other;
      malformed(inner.der(root));
    }
  }

  @Test
  void c12_parse_keyOfAnotherCurve_refused() throws Exception {
    Forge named = forge();
    named.keyInfo =
        new SubjectPublicKeyInfo(
            new AlgorithmIdentifier(
                X9ObjectIdentifiers.id_ecPublicKey, SECObjectIdentifiers.secp256r1),
            CustomNamedCurves.getByName("secp256r1").getG().getEncoded(false));
    malformed(named.der(root));
    Forge disguised = forge();
    disguised.keyInfo =
        new SubjectPublicKeyInfo(
            CertificateProfile.SM2_KEY,
            CustomNamedCurves.getByName("secp256r1").getG().getEncoded(false));
    byte[] der = disguised.der(root);
    Refusal.with(CryptoFault.KEY_INVALID, () -> Sm2Certificate.parse(der));
    Forge infinity = forge();
    infinity.keyInfo = new SubjectPublicKeyInfo(CertificateProfile.SM2_KEY, new byte[] {0});
    byte[] atInfinity = infinity.der(root);
    Refusal.with(CryptoFault.KEY_INVALID, () -> Sm2Certificate.parse(atInfinity));
  }

  @Test
  void parse_noOrSeveralNames_refused() throws Exception {
    Forge two = forge();
    two.subject = new X500Name("CN=a,CN=b");
    malformed(two.der(root));
    Forge joined = forge();
    joined.subject = new X500Name("CN=a+OU=b");
    malformed(joined.der(root));
    Forge none = forge();
    none.subject = new X500Name("O=a");
    malformed(none.der(root));
  }

  @Test
  void parse_noExtensions_refused() throws Exception {
    malformed(new Forge().der(root));
  }

  @Test
  void parse_otherEncoding_refused() throws Exception {
    byte[] good = lab.kiosk.certificate().encoded();
    malformed(Arrays.copyOf(good, good.length + 1));
    malformed(Arrays.copyOf(good, good.length - 1));
    malformed(new byte[0]);
    malformed(new byte[Sm2Certificate.LARGEST + 1]);
    ASN1Sequence parts = ASN1Sequence.getInstance(good);
    malformed(new BERSequence(parts.toArray()).getEncoded());
  }

  @Test
  void parse_everyBitFlipped_refusedOrNotSignedByTheIssuer() {
    byte[] good = lab.kiosk.certificate().encoded();
    for (int bit = 0; bit < good.length * 8; bit++) {
      byte[] bent = good.clone();
      bent[bit / 8] ^= (byte) (1 << bit % 8);
      assertThrows(
          CryptoException.class,
          () -> lab.trust.check(Sm2Certificate.parse(bent), CertificateUse.SIGN, Lab.NOW));
    }
  }

  @Property(tries = 1000)
  void parse_anyBytes_refused(@ForAll byte[] bytes) {
    malformed(bytes);
  }
}

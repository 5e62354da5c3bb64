package egov.kiosk.crypto.certificate;

import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_EXPIRED;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_EXTENSION_UNKNOWN;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_ISSUER_NOT_CA;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_ISSUER_UNKNOWN;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_NOT_YET_VALID;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_PATH_TOO_LONG;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_SIGNATURE_WRONG;
import static egov.kiosk.crypto.CryptoFault.CERTIFICATE_USE_WRONG;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Attack C11 of the threat catalogue: each fault of a chain with a code of its own. */
class TrustStoreTest {
  private final Lab lab;
  private final IssuedKey root;

  TrustStoreTest() throws CryptoException {
    lab = new Lab();
    root = lab.authority.issuedKey();
  }

  private void check(Sm2Certificate certificate) throws CryptoException {
    lab.trust.check(certificate, CertificateUse.SIGN, Lab.NOW);
  }

  private void refused(CryptoFault fault, Sm2Certificate certificate) {
    Refusal.with(fault, () -> check(certificate));
  }

  private static TrustStore trust(Sm2Certificate... authorities) throws CryptoException {
    return TrustStore.of(List.of(authorities));
  }

  @Test
  void check_goodCertificates_pass() {
    assertDoesNotThrow(() -> check(lab.kiosk.certificate()));
    assertDoesNotThrow(() -> check(lab.platformSign.certificate()));
    assertDoesNotThrow(
        () -> lab.trust.check(lab.platformEncrypt.certificate(), CertificateUse.ENCRYPT, Lab.NOW));
  }

  @Test
  void c11_check_dates_firstAndLastInstantCountWithinTheTolerance() {
    Sm2Certificate kiosk = lab.kiosk.certificate();
    for (Duration tolerance : List.of(Duration.ZERO, Duration.ofMinutes(5), Duration.ofHours(1))) {
      TrustStore trust = lab.trust.with(new TrustRules(tolerance, RevocationPolicy.SOFT));
      Instant first = Lab.FROM.minus(tolerance);
      Instant last = Lab.UNTIL.plus(tolerance);
      assertDoesNotThrow(() -> trust.check(kiosk, CertificateUse.SIGN, first));
      assertDoesNotThrow(() -> trust.check(kiosk, CertificateUse.SIGN, last));
      Refusal.with(
          CERTIFICATE_NOT_YET_VALID,
          () -> trust.check(kiosk, CertificateUse.SIGN, first.minusMillis(1)));
      Refusal.with(
          CERTIFICATE_EXPIRED, () -> trust.check(kiosk, CertificateUse.SIGN, last.plusMillis(1)));
    }
    assertEquals(Duration.ofMinutes(5), TrustRules.USUAL.tolerance());
    assertThrows(
        IllegalArgumentException.class,
        () -> new TrustRules(Duration.ofHours(2), RevocationPolicy.SOFT));
  }

  @Test
  void check_issuerExpired_refused() throws Exception {
    CertificateAuthority old =
        CertificateAuthority.create("old", Lab.FROM, Lab.NOW.minusSeconds(301), lab.random);
    Sm2Certificate leaf = old.issue("a", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL).certificate();
    Refusal.with(
        CERTIFICATE_EXPIRED,
        () -> trust(old.certificate()).check(leaf, CertificateUse.SIGN, Lab.NOW));
  }

  @Test
  void c11_check_encryptionCertificateToSign_refused() {
    refused(CERTIFICATE_USE_WRONG, lab.platformEncrypt.certificate());
  }

  @Test
  void check_authorityToSign_refused() {
    refused(CERTIFICATE_USE_WRONG, lab.authority.certificate());
  }

  @Test
  void check_signingCertificateToEncrypt_refused() {
    Refusal.with(
        CERTIFICATE_USE_WRONG,
        () -> lab.trust.check(lab.kiosk.certificate(), CertificateUse.ENCRYPT, Lab.NOW));
  }

  @Test
  void check_noKeyUsage_refused() throws Exception {
    Forge forge = new Forge().extension(new ASN1ObjectIdentifier("1.2.156.99.1"), false);
    refused(CERTIFICATE_USE_WRONG, forge.by(root));
  }

  @Test
  void check_strangersAuthority_refused() throws Exception {
    CertificateAuthority other =
        CertificateAuthority.create("other", Lab.FROM, Lab.UNTIL, lab.random);
    refused(
        CERTIFICATE_ISSUER_UNKNOWN,
        other.issue(Lab.KIOSK, CertificateUse.SIGN, Lab.FROM, Lab.UNTIL).certificate());
  }

  @Test
  void check_strangersAuthorityOfTheSameName_refused() throws Exception {
    CertificateAuthority twin =
        CertificateAuthority.create("lab-root", Lab.FROM, Lab.UNTIL, lab.random);
    refused(
        CERTIFICATE_SIGNATURE_WRONG,
        twin.issue(Lab.KIOSK, CertificateUse.SIGN, Lab.FROM, Lab.UNTIL).certificate());
    assertDoesNotThrow(
        () ->
            trust(twin.certificate(), lab.authority.certificate())
                .check(lab.kiosk.certificate(), CertificateUse.SIGN, Lab.NOW));
  }

  @Test
  void check_selfSignedStranger_refused() throws Exception {
    refused(CERTIFICATE_ISSUER_UNKNOWN, new Forge().usage(KeyUsage.digitalSignature).bySelf());
  }

  @Test
  void c11_check_issuedByAKiosk_refused() throws Exception {
    Forge forge = new Forge().usage(KeyUsage.digitalSignature);
    refused(CERTIFICATE_ISSUER_UNKNOWN, forge.by(lab.kiosk));
  }

  @Test
  void of_kioskCertificateAsAuthority_refused() {
    Refusal.with(
        CERTIFICATE_ISSUER_NOT_CA,
        () -> trust(lab.authority.certificate(), lab.kiosk.certificate()));
  }

  @Test
  void of_noAnchor_refused() throws Exception {
    CertificateAuthority below = lab.authority.createBelow("below", Lab.FROM, Lab.UNTIL);
    Refusal.with(CERTIFICATE_ISSUER_NOT_CA, () -> trust(below.certificate()));
    Refusal.with(CERTIFICATE_ISSUER_NOT_CA, () -> TrustStore.of(List.of()));
  }

  @Test
  void c11_of_authorityWithoutCertSignUsage_refused() throws Exception {
    Forge forge = new Forge();
    forge.extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(1));
    Sm2Certificate useless = forge.usage(KeyUsage.digitalSignature).bySelf();
    Refusal.with(CERTIFICATE_ISSUER_NOT_CA, () -> trust(useless));
  }

  @Test
  void check_oneAuthorityBetween_passes() throws Exception {
    CertificateAuthority below = lab.authority.createBelow("below", Lab.FROM, Lab.UNTIL);
    Sm2Certificate leaf = below.issue("a", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL).certificate();
    refused(CERTIFICATE_ISSUER_UNKNOWN, leaf);
    TrustStore both = trust(below.certificate(), lab.authority.certificate());
    assertDoesNotThrow(() -> both.check(leaf, CertificateUse.SIGN, Lab.NOW));
  }

  @Test
  void c11_check_moreAuthoritiesThanAllowed_refused() throws Exception {
    CertificateAuthority below = lab.authority.createBelow("below", Lab.FROM, Lab.UNTIL);
    CertificateAuthority third = below.createBelow("third", Lab.FROM, Lab.UNTIL);
    Sm2Certificate leaf = third.issue("a", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL).certificate();
    TrustStore all = trust(lab.authority.certificate(), below.certificate(), third.certificate());
    Refusal.with(CERTIFICATE_PATH_TOO_LONG, () -> all.check(leaf, CertificateUse.SIGN, Lab.NOW));
  }

  @Test
  void check_endlessPath_refused() throws Exception {
    List<Sm2Certificate> authorities = new ArrayList<>(List.of(lab.authority.certificate()));
    IssuedKey issuer = root;
    for (int depth = 0; depth < 6; depth++) {
      Forge forge = new Forge();
      forge.subject = CertificateProfile.name("depth" + depth);
      issuer = forge.authority(9).keyBy(issuer);
      authorities.add(issuer.certificate());
    }
    Sm2Certificate leaf = new Forge().usage(KeyUsage.digitalSignature).by(issuer);
    TrustStore all = TrustStore.of(authorities);
    Refusal.with(CERTIFICATE_PATH_TOO_LONG, () -> all.check(leaf, CertificateUse.SIGN, Lab.NOW));
  }

  @Test
  void c11_check_unknownCriticalExtension_refused() throws Exception {
    ASN1ObjectIdentifier unknown = new ASN1ObjectIdentifier("1.2.156.99.1");
    Forge critical = new Forge().usage(KeyUsage.digitalSignature).extension(unknown, true);
    refused(CERTIFICATE_EXTENSION_UNKNOWN, critical.by(root));
    for (ASN1ObjectIdentifier known :
        List.of(Extension.nameConstraints, Extension.extendedKeyUsage, Extension.policyMappings)) {
      Forge forge = new Forge().usage(KeyUsage.digitalSignature).extension(known, true);
      refused(CERTIFICATE_EXTENSION_UNKNOWN, forge.by(root));
    }
    Forge harmless = new Forge().usage(KeyUsage.digitalSignature).extension(unknown, false);
    assertDoesNotThrow(() -> check(harmless.by(root)));
  }

  @Test
  void issue_authorityOrBadName_refused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> lab.authority.issue("a", CertificateUse.ISSUE, Lab.FROM, Lab.UNTIL));
    for (String name : List.of("", "a b", "a,CN=b", "x".repeat(64), "张三")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> lab.authority.issue(name, CertificateUse.SIGN, Lab.FROM, Lab.UNTIL));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> lab.authority.issue("a", CertificateUse.SIGN, Lab.UNTIL, Lab.FROM));
  }
}

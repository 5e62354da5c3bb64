package egov.kiosk.crypto.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;

/** Two certificates that do and do not belong together. */
class CertificatePairTest {
  private final Lab lab;
  private final IssuedPair pair;

  CertificatePairTest() throws CryptoException {
    lab = new Lab();
    pair = lab.authority.issuePair(Lab.KIOSK, Lab.FROM, Lab.UNTIL);
  }

  @Test
  void issuePair_oneHolder_twoKeysOneName() throws Exception {
    CertificatePair certificates = pair.certificates();
    assertEquals(Lab.KIOSK, certificates.signing().commonName());
    assertEquals(Lab.KIOSK, certificates.encryption().commonName());
    assertNotEquals(certificates.signing().publicKey(), certificates.encryption().publicKey());
    lab.trust.check(certificates.signing(), CertificateUse.SIGN, Lab.NOW);
    lab.trust.check(certificates.encryption(), CertificateUse.ENCRYPT, Lab.NOW);
  }

  @Test
  void of_swapped_refused() {
    Refusal.with(
        CryptoFault.CERTIFICATE_USE_WRONG,
        () -> CertificatePair.of(pair.encryption().certificate(), pair.signing().certificate()));
  }

  @Test
  void of_oneForBothUsesOrAnAuthority_refused() throws Exception {
    Forge both = new Forge().usage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
    Sm2Certificate careless = both.by(lab.authority.issuedKey());
    Refusal.with(
        CryptoFault.CERTIFICATE_USE_WRONG,
        () -> CertificatePair.of(careless, pair.encryption().certificate()));
    Refusal.with(
        CryptoFault.CERTIFICATE_USE_WRONG,
        () -> CertificatePair.of(pair.signing().certificate(), careless));
  }

  @Test
  void of_twoHolders_refused() {
    Refusal.with(
        CryptoFault.CERTIFICATE_NAME_WRONG,
        () -> CertificatePair.of(pair.signing().certificate(), lab.platformEncrypt.certificate()));
  }

  @Test
  void of_oneKeyForBoth_refused() throws Exception {
    Forge twice = new Forge();
    twice.subject = pair.signing().certificate().subject();
    IssuedKey signing = twice.usage(KeyUsage.digitalSignature).keyBy(lab.authority.issuedKey());
    Forge again = new Forge();
    again.subject = twice.subject;
    again.keyInfo = twice.keyInfo;
    Sm2Certificate encryption = again.usage(KeyUsage.keyEncipherment).by(lab.authority.issuedKey());
    Refusal.with(
        CryptoFault.KEY_INVALID, () -> CertificatePair.of(signing.certificate(), encryption));
  }
}

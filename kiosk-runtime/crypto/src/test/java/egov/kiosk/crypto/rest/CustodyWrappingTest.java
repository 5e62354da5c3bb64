package egov.kiosk.crypto.rest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.CustodyReport;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.KeyDescription;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.custody.SoftwareOpeningKey;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wrapping by two key pairs that stay where they are. */
class CustodyWrappingTest {
  private static final byte[] SECRET = {1, 2, 3, 4, 5};

  private Lab lab;
  private IssuedKey encrypt;

  @BeforeEach
  void issue() throws Exception {
    lab = new Lab();
    encrypt = lab.authority.issue(Lab.KIOSK, CertificateUse.ENCRYPT, Lab.FROM, Lab.UNTIL);
  }

  private CustodyWrapping by(IssuedKey sign, IssuedKey open) {
    KeyCustody custody =
        new KeyCustody() {
          @Override
          public KeyDescription description() {
            return new KeyDescription(CustodyKind.SKF, "test");
          }

          @Override
          public SigningKey signing() throws CryptoException {
            return SoftwareSigningKey.of(sign, lab.random);
          }

          @Override
          public OpeningKey opening() throws CryptoException {
            return SoftwareOpeningKey.of(open);
          }

          @Override
          public CustodyReport report(Duration timeout) {
            return CustodyReport.READY;
          }

          @Override
          public void close() {
            // Nothing is open.
          }
        };
    return new CustodyWrapping(
        custody,
        (signer, then) -> {
          if (!signer.commonName().equals(Lab.KIOSK)) {
            throw CryptoException.messageRefused();
          }
          lab.trust.checkThen(signer, CertificateUse.SIGN, then);
        },
        () -> Lab.NOW,
        lab.random);
  }

  private void assertRefused(CustodyWrapping by, byte[] wrapped) {
    CryptoException refused = assertThrows(CryptoException.class, () -> by.unwrap(wrapped));
    assertEquals(CryptoFault.MESSAGE_REFUSED, refused.fault());
  }

  @Test
  void wrapped_unwrapped() throws Exception {
    CustodyWrapping own = by(lab.kiosk, encrypt);
    assertArrayEquals(SECRET, own.unwrap(own.wrap(SECRET)));
  }

  @Test
  void signingKeyRenewed_stillUnwraps() throws Exception {
    byte[] wrapped = by(lab.kiosk, encrypt).wrap(SECRET);
    IssuedKey renewed = lab.authority.issue(Lab.KIOSK, CertificateUse.SIGN, Lab.FROM, Lab.UNTIL);
    assertArrayEquals(SECRET, by(renewed, encrypt).unwrap(wrapped));
  }

  /** Anybody can encrypt for this kiosk's certificate; without its signature it counts nothing. */
  @Test
  void madeByAnotherForThisKiosk_refused() throws Exception {
    byte[] forged = by(lab.platformSign, encrypt).wrap(SECRET);
    assertRefused(by(lab.kiosk, encrypt), forged);
  }

  @Test
  void k01_anotherDevice_refused() throws Exception {
    byte[] wrapped = by(lab.kiosk, encrypt).wrap(SECRET);
    IssuedKey other = lab.authority.issue(Lab.KIOSK, CertificateUse.ENCRYPT, Lab.FROM, Lab.UNTIL);
    assertRefused(by(lab.kiosk, other), wrapped);
  }

  @Test
  void everyByteBent_refused() throws Exception {
    CustodyWrapping own = by(lab.kiosk, encrypt);
    byte[] wrapped = own.wrap(SECRET);
    for (int i = 0; i < wrapped.length; i += 7) {
      byte[] bent = wrapped.clone();
      bent[i] ^= 1;
      assertThrows(CryptoException.class, () -> own.unwrap(bent));
    }
  }
}

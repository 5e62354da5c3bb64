package egov.kiosk.custody;

import static egov.kiosk.crypto.CryptoFault.DEVICE_ABSENT;
import static egov.kiosk.crypto.CryptoFault.KEY_NOT_OF_CERTIFICATE;
import static egov.kiosk.crypto.CryptoFault.KEY_PRESENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificatePair;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Pkcs10;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.EnvelopedKey;
import egov.kiosk.crypto.custody.FreshKeys;
import egov.kiosk.crypto.custody.KeyEnrolment.Placement;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.custody.token.TokenCustody;
import egov.kiosk.custody.token.TokenEnrolment;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every device promises that is given a new identity. */
abstract class EnrolmentContract extends DeviceFixture {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Whether the device's encryption key comes from outside. */
  abstract boolean imports();

  TokenEnrolment enrolment() {
    return new TokenEnrolment(
        driver(device.library()), options(), RANDOM, () -> TestDevice.NOW, System::nanoTime);
  }

  /** A device before it is enrolled. */
  void bare() throws Exception {
    device.empty();
  }

  private record Issued(CertificatePair pair, Optional<EnvelopedKey> wrapped) {}

  private Issued issue(FreshKeys keys) throws Exception {
    CertificateAuthority authority =
        CertificateAuthority.create("town-root", TestDevice.FROM, TestDevice.UNTIL, RANDOM);
    Pkcs10 request = Pkcs10.make(TestDevice.KIOSK, keys.signing(), keys::sign);
    assertEquals(keys.signing(), Pkcs10.parse(request.encoded()).publicKey());
    Optional<EnvelopedKey> wrapped = Optional.empty();
    Sm2PublicKey encryption;
    if (keys.encryption().isPresent()) {
      encryption = keys.encryption().get();
    } else {
      Sm2PrivateKey made = Sm2PrivateKey.generate(RANDOM);
      encryption = made.publicKey();
      wrapped = Optional.of(EnvelopedKey.seal(made, keys.signing(), RANDOM));
    }
    return new Issued(
        CertificatePair.of(
            certified(authority, keys.signing(), CertificateUse.SIGN),
            certified(authority, encryption, CertificateUse.ENCRYPT)),
        wrapped);
  }

  private static Sm2Certificate certified(
      CertificateAuthority authority, Sm2PublicKey key, CertificateUse use) throws Exception {
    return authority.certify(TestDevice.KIOSK, key, use, TestDevice.FROM, TestDevice.UNTIL);
  }

  @Test
  void enrol_bareDevice_signsAndOpensWithItsNewKeys() throws Exception {
    bare();
    Issued issued;
    try (TokenEnrolment enrolment = enrolment()) {
      FreshKeys keys = enrolment.prepare();
      assertEquals(imports(), keys.encryption().isEmpty());
      if (!imports()) {
        byte[] proof = Sm2Encryption.encrypt(keys.encryption().get(), new byte[] {7, 8}, RANDOM);
        assertArrayEquals(new byte[] {7, 8}, keys.open(proof));
      }
      issued = issue(keys);
      put(enrolment.accept(issued.pair, issued.wrapped));
    }
    TokenCustody custody = custody();
    byte[] signature = custody.signing().sign(MESSAGE);
    assertTrue(issued.pair.signing().publicKey().verifies(MESSAGE, signature));
    OpeningKey opening = custody.opening();
    assertEquals(issued.pair.encryption(), opening.certificate());
    byte[] sealed = Sm2Encryption.encrypt(opening.certificate().publicKey(), MESSAGE, RANDOM);
    assertArrayEquals(MESSAGE, opening.open(sealed));
  }

  @Test
  void enrol_cutOffAfterTheKeysWereMade_takesThemUpAgain() throws Exception {
    bare();
    Sm2PublicKey made;
    try (TokenEnrolment first = enrolment()) {
      made = first.prepare().signing();
    }
    try (TokenEnrolment again = enrolment()) {
      FreshKeys keys = again.prepare();
      assertEquals(made, keys.signing());
      Issued issued = issue(keys);
      put(again.accept(issued.pair, issued.wrapped));
      // Cut off after the device took them and before anybody noted it: the same once more.
      put(again.accept(issued.pair, issued.wrapped));
    }
    assertEquals(made, custody().signing().certificate().publicKey());
  }

  @Test
  void accept_certificateOfAnotherKey_changesNothing() throws Exception {
    bare();
    try (TokenEnrolment enrolment = enrolment()) {
      Issued other = issue(enrolment.prepare());
      CertificateAuthority authority =
          CertificateAuthority.create("town-root", TestDevice.FROM, TestDevice.UNTIL, RANDOM);
      Sm2PublicKey stranger = Sm2PrivateKey.generate(RANDOM).publicKey();
      CertificatePair swapped =
          new CertificatePair(
              certified(authority, stranger, CertificateUse.SIGN), other.pair.encryption());
      refused(KEY_NOT_OF_CERTIFICATE, () -> enrolment.accept(swapped, other.wrapped));
    }
  }

  @Test
  void prepare_pulled_isSaidAndWorksWhenBack() throws Exception {
    bare();
    try (TokenEnrolment enrolment = enrolment()) {
      device.fault("pulled");
      refused(DEVICE_ABSENT, enrolment::prepare);
      device.mend();
      assertTrue(enrolment.prepare().signing().encoded().length > 0);
    }
  }

  /** For those that keep certificates: the certificate says that keys are in use. */
  void heldIdentity_isNeverDestroyed() throws Exception {
    try (TokenEnrolment enrolment = enrolment()) {
      refused(KEY_PRESENT, enrolment::prepare);
    }
    assertEquals(device.signing.certificate(), custody().signing().certificate());
    assertTrue(custody().signing().sign(MESSAGE).length > 0);
  }

  private static void put(List<Placement> places) throws Exception {
    for (Placement placement : places) {
      Files.write(placement.place(), placement.content());
    }
  }
}

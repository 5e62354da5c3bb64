package egov.kiosk.crypto.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.archive.CertificateArchive;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.RevocationPolicy;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.Sample;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new key and certificate take over while the kiosk works. */
class RenewalTest {
  private static final Instant LATER = Lab.UNTIL.plus(Duration.ofDays(365));

  @TempDir Path folder;
  private Station station;
  private IssuedKey renewed;

  @BeforeEach
  void prepare() throws Exception {
    station = new Station(folder);
    renewed = station.lab.authority.issue(Lab.KIOSK, CertificateUse.SIGN, Lab.NOW, Lab.UNTIL);
  }

  private CryptoComponent open() {
    return station.open(RevocationPolicy.SOFT);
  }

  private void putBeside(IssuedKey issued) throws Exception {
    station.key("sign.key.next", issued);
    station.certificate("sign.crt.next", issued);
  }

  @Test
  void check_pairBeside_takesOverAndOldEnvelopesStillOpen() throws Exception {
    CryptoComponent component = open();
    byte[] before = component.seal(Sample.transaction(Lab.KIOSK, "before")).bytes();
    putBeside(renewed);
    assertEquals(Level.OK, Station.check(component).level());
    assertEquals(renewed.certificate(), component.signing().certificate());
    byte[] after = component.seal(Sample.transaction(Lab.KIOSK, "after")).bytes();
    EnvelopeOpener opener =
        new EnvelopeOpener(station.lab.platformEncrypt, station.lab.trust, () -> station.now);
    assertEquals(station.lab.kiosk.certificate(), opener.open(before).signer());
    assertEquals(renewed.certificate(), opener.open(after).signer());
    assertFalse(Files.exists(station.file("sign.key.next")));
    assertFalse(Files.exists(station.file("sign.crt.next")));
    assertEquals(renewed.certificate(), PemFiles.readCertificate(station.file("sign.crt")));
    assertTrue(
        new CertificateArchive(station.file("certificates"))
            .all()
            .contains(station.lab.kiosk.certificate()));
  }

  @Test
  void open_cutOffBetweenKeyAndCertificate_finishesTheTakeOver() throws Exception {
    putBeside(renewed);
    Files.move(
        station.file("sign.key.next"),
        station.file("sign.key"),
        StandardCopyOption.REPLACE_EXISTING);
    CryptoComponent component = open();
    assertEquals(Level.OK, Station.check(component).level());
    assertEquals(renewed.certificate(), component.signing().certificate());
    assertFalse(Files.exists(station.file("sign.crt.next")));
  }

  @Test
  void check_pairBesideNotValidYet_waitsAndTakesOverWhenItIs() throws Exception {
    Instant from = Lab.NOW.plus(Duration.ofDays(2));
    IssuedKey early = station.lab.authority.issue(Lab.KIOSK, CertificateUse.SIGN, from, Lab.UNTIL);
    CryptoComponent component = open();
    putBeside(early);
    Finding waits = Station.check(component);
    assertEquals(Level.WARN, waits.level());
    assertTrue(waits.what().contains("NOT_YET_VALID"), waits.what());
    assertEquals(station.lab.kiosk.certificate(), component.signing().certificate());
    component.seal(Sample.transaction(Lab.KIOSK, "meanwhile"));
    station.now = from;
    assertEquals(Level.OK, Station.check(component).level());
    assertEquals(early.certificate(), component.signing().certificate());
  }

  @Test
  void check_pairBesideOfAnotherKioskOrHalf_oldOneGoesOn() throws Exception {
    CryptoComponent component = open();
    putBeside(station.lab.authority.issue("other-kiosk", CertificateUse.SIGN, Lab.FROM, Lab.UNTIL));
    assertTrue(Station.check(component).what().contains("CERTIFICATE_NAME_WRONG"));
    Files.delete(station.file("sign.key.next"));
    station.certificate("sign.crt.next", renewed);
    assertTrue(Station.check(component).what().contains("KEY_NOT_OF_CERTIFICATE"));
    component.seal(Sample.transaction(Lab.KIOSK, "x"));
    assertEquals(station.lab.kiosk.certificate(), component.signing().certificate());
    Files.delete(station.file("sign.crt.next"));
    assertEquals(Level.OK, Station.check(component).level());
  }

  @Test
  void check_pairBesideAfterTheOldExpired_kioskWorksAgain() throws Exception {
    station.now = Lab.UNTIL.minus(Duration.ofHours(1));
    CryptoComponent component = open();
    station.now = Lab.UNTIL.plus(Duration.ofHours(1));
    assertEquals(Level.FAIL, Station.check(component).level());
    var later =
        egov.kiosk.crypto.certificate.CertificateAuthority.create(
            "second-root", Lab.FROM, LATER, station.lab.random);
    PemFiles.writeCertificates(station.file("trust.crt"), java.util.List.of(later.certificate()));
    station.certificate(
        "platform.crt", later.issue(Lab.PLATFORM, CertificateUse.ENCRYPT, Lab.FROM, LATER));
    putBeside(later.issue(Lab.KIOSK, CertificateUse.SIGN, Lab.FROM, LATER));
    assertEquals(Level.OK, Station.check(component).level());
    component.seal(Sample.transaction(Lab.KIOSK, "x"));
  }
}

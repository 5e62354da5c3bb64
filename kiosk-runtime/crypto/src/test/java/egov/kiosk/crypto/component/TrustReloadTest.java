package egov.kiosk.crypto.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.certificate.RevocationPolicy;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.crypto.envelope.Sample;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust and revocation files replaced while the kiosk works; expiry; clocks that cannot be. */
class TrustReloadTest {
  @TempDir Path folder;
  private Station station;

  @BeforeEach
  void prepare() throws Exception {
    station = new Station(folder);
  }

  private void findingAt(Duration beforeTheEnd, Level level, String advice) {
    station.now = Lab.UNTIL.minus(beforeTheEnd);
    Finding finding = Station.check(station.open(RevocationPolicy.SOFT));
    assertEquals(level, finding.level(), finding.what());
    assertTrue(finding.advice().contains(advice), finding.advice());
    assertEquals(level == Level.OK ? Actor.NOBODY : Actor.TECHNICIAN, finding.actor());
  }

  private BigInteger serial(egov.kiosk.crypto.certificate.IssuedKey issued) {
    return issued.certificate().serialNumber();
  }

  @Test
  void check_thirtySevenAndOneDaysBefore_saysWhoDoesWhat() {
    findingAt(Duration.ofDays(31), Level.OK, "");
    findingAt(Duration.ofDays(30).minusSeconds(1), Level.WARN, "have a new one issued");
    findingAt(Duration.ofDays(7).minusSeconds(1), Level.WARN, "this week");
    findingAt(Duration.ofDays(1).minusSeconds(1), Level.WARN, "today");
  }

  @Test
  void check_platformCertificateRevokedWhileRunning_itsReceiptsAreRefusedAtOnce() throws Exception {
    station.lists(1, Map.of());
    CryptoComponent component = station.open(RevocationPolicy.HARD);
    byte[] receipt =
        new ReceiptSigner(station.lab.platformKey(), station.codec)
            .sign(List.of(Sample.receipt(Lab.KIOSK)));
    assertEquals(1, component.verify(receipt).size());
    station.lists(2, Map.of(serial(station.lab.platformSign), Lab.NOW));
    assertEquals(Level.OK, Station.check(component).level());
    assertThrows(ReceiptRefusedException.class, () -> component.verify(receipt));
  }

  @Test
  void check_ownCertificateRevokedWhileRunning_nothingIsSignedAnyMore() throws Exception {
    station.lists(1, Map.of());
    CryptoComponent component = station.open(RevocationPolicy.SOFT);
    station.lists(2, Map.of(serial(station.lab.kiosk), Lab.NOW));
    Finding finding = Station.check(component);
    assertEquals(Level.FAIL, finding.level());
    assertTrue(finding.what().contains(CryptoFault.CERTIFICATE_REVOKED.name()));
    assertThrows(SealException.class, () -> component.seal(Sample.rating(Lab.KIOSK)));
  }

  @Test
  void check_olderListPutBack_staysRefusedAlsoAfterARestart() throws Exception {
    station.lists(5, Map.of(serial(station.lab.platformSign), Lab.NOW));
    byte[] receipt =
        new ReceiptSigner(station.lab.platformKey(), station.codec)
            .sign(List.of(Sample.receipt(Lab.KIOSK)));
    station.open(RevocationPolicy.SOFT);
    station.lists(4, Map.of());
    CryptoComponent restarted = station.open(RevocationPolicy.SOFT);
    Finding finding = Station.check(restarted);
    assertEquals(Level.WARN, finding.level());
    assertTrue(finding.what().contains("REVOCATION_LIST_OLDER"), finding.what());
    assertThrows(ReceiptRefusedException.class, () -> restarted.verify(receipt));
  }

  @Test
  void check_listStale_softWarnsAndHardStops() throws Exception {
    station.lists(1, Map.of());
    CryptoComponent soft = station.open(RevocationPolicy.SOFT);
    CryptoComponent hard = station.open(RevocationPolicy.HARD);
    station.now = Lab.NOW.plus(Duration.ofDays(8));
    Finding finding = Station.check(soft);
    assertEquals(Level.WARN, finding.level());
    assertTrue(finding.what().contains("stale"), finding.what());
    soft.seal(Sample.rating(Lab.KIOSK));
    byte[] receipt =
        new ReceiptSigner(station.lab.platformKey(), station.codec)
            .sign(List.of(Sample.receipt(Lab.KIOSK)));
    assertEquals(1, soft.verify(receipt).size());
    assertThrows(ReceiptRefusedException.class, () -> hard.verify(receipt));
  }

  @Test
  void check_trustFileBroken_oldTrustGoesOn() throws Exception {
    CryptoComponent component = station.open(RevocationPolicy.SOFT);
    Files.writeString(station.file("trust.crt"), "half a fi");
    assertEquals(Level.WARN, Station.check(component).level());
    component.seal(Sample.rating(Lab.KIOSK));
  }

  @Test
  void seal_clockBeforeTheBuildOrBehindThePlatform_refusedAndSaid() throws Exception {
    CryptoComponent component = station.open(RevocationPolicy.SOFT);
    component.verify(
        new ReceiptSigner(station.lab.platformKey(), station.codec)
            .sign(List.of(Sample.receipt(Lab.KIOSK))));
    for (Instant wrong : List.of(Instant.EPOCH, Lab.NOW.minus(Duration.ofDays(90)))) {
      station.now = wrong;
      Finding finding = Station.check(component);
      assertEquals(Level.FAIL, finding.level());
      assertTrue(finding.what().contains(CryptoFault.CLOCK_WRONG.name()), finding.what());
      assertThrows(SealException.class, () -> component.seal(Sample.rating(Lab.KIOSK)));
    }
    station.now = Lab.NOW.minus(Duration.ofMinutes(30));
    component.seal(Sample.rating(Lab.KIOSK));
  }

  @Test
  void buildDate_isInTheJar() {
    assertTrue(BuildDate.read().isAfter(Instant.parse("2026-10-01T00:00:00Z")));
  }
}

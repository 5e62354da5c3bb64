package egov.kiosk.crypto.component;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.certificate.ClockRules;
import egov.kiosk.crypto.certificate.TrustRules;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.KeyFiles;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.envelope.OrderSigner;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.crypto.envelope.Sample;
import egov.kiosk.crypto.envelope.TestCodec;
import egov.kiosk.crypto.envelope.TestFleetCodec;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.Incident;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.transaction.TransactionId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CryptoComponentTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private final TestCodec codec = new TestCodec();
  private final TestFleetCodec fleet = new TestFleetCodec();
  private Lab lab;

  @BeforeEach
  void writeFiles() throws Exception {
    lab = new Lab();
    PemFiles.writeKey(folder.resolve("sign.key"), lab.kiosk.key());
    PemFiles.writeCertificates(folder.resolve("sign.crt"), List.of(lab.kiosk.certificate()));
    PemFiles.writeCertificates(folder.resolve("trust.crt"), List.of(lab.authority.certificate()));
    PemFiles.writeCertificates(
        folder.resolve("platform.crt"), List.of(lab.platformEncrypt.certificate()));
  }

  private CryptoSettings settings(String kioskId) {
    return new CryptoSettings(
        kioskId,
        CustodyKind.FILE,
        Optional.of(
            new KeyFiles(
                new KeyFiles.Pair(folder.resolve("sign.key"), folder.resolve("sign.crt")),
                Optional.empty(),
                Optional.empty())),
        new TrustSettings(folder.resolve("trust.crt"), Optional.empty(), TrustRules.USUAL),
        Lab.PLATFORM,
        folder.resolve("platform.crt"),
        folder.resolve("order-secret"),
        30);
  }

  private CryptoComponent component(Instant now) {
    return new CryptoComponent(
        codec, fleet, InstantSource.fixed(now), new ClockRules(Lab.FROM), settings(Lab.KIOSK));
  }

  private static void failsWith(String what, CryptoComponent component) {
    Finding finding = component.check(SECOND);
    assertEquals(Level.FAIL, finding.level());
    assertEquals(Actor.TECHNICIAN, finding.actor());
    assertTrue(finding.what().contains(what), finding.what());
    assertTrue(!finding.advice().isEmpty());
  }

  @Test
  void check_filesInOrder_okWithDaysLeft() {
    CryptoComponent component = component(Lab.NOW);
    Finding finding = component.check(SECOND);
    assertEquals(Level.OK, finding.level());
    assertEquals("certificate", finding.name());
    assertTrue(finding.what().contains("213 days left"), finding.what());
    Number left = component.figures().get("kiosk_cert_expiry_seconds");
    assertEquals(213, Duration.ofSeconds(left.longValue()).toDays());
  }

  @Test
  void check_soonToExpire_warnsTechnician() {
    Finding finding = component(Lab.UNTIL.minus(Duration.ofDays(29))).check(SECOND);
    assertEquals(Level.WARN, finding.level());
    assertEquals(Actor.TECHNICIAN, finding.actor());
    assertTrue(finding.advice().contains("renew"));
  }

  @Test
  void check_expired_fails() {
    failsWith("CERTIFICATE_EXPIRED", component(Lab.UNTIL.plusSeconds(301)));
  }

  @Test
  void check_expiredWhileRunning_fails() {
    Instant[] now = {Lab.NOW};
    CryptoComponent component =
        new CryptoComponent(
            codec, fleet, () -> now[0], new ClockRules(Lab.FROM), settings(Lab.KIOSK));
    assertEquals(Level.OK, component.check(SECOND).level());
    assertTrue(component.ready());
    now[0] = Lab.UNTIL.plusSeconds(301);
    failsWith("CERTIFICATE_EXPIRED", component);
    assertFalse(component.ready(), "no citizen begins what cannot be signed");
    assertTrue(component.figures().get("kiosk_cert_expiry_seconds").longValue() < 0);
    assertThrows(SealException.class, () -> component.seal(Sample.transaction(Lab.KIOSK, "x")));
  }

  @Test
  void sealAndVerify_filesInOrder_work() throws Exception {
    CryptoComponent component = component(Lab.NOW);
    assertEquals(Lab.KIOSK, component.kioskId());
    component.seal(Sample.transaction(Lab.KIOSK, "x"));
    component.seal(Sample.rating(Lab.KIOSK));
    PlatformReceipt receipt = Sample.receipt(Lab.KIOSK);
    assertEquals(
        List.of(receipt),
        component.verify(new ReceiptSigner(lab.platformKey(), codec).sign(List.of(receipt))));
  }

  @Test
  void fleet_filesInOrder_sealsStatementsChecksOrdersAndParcels() throws Exception {
    CryptoComponent component = component(Lab.NOW);
    TransactionId id = TransactionId.create(Lab.NOW);
    component.seal(new Incident(id, Lab.KIOSK, Lab.NOW, List.of()));
    Order order = new Order.MissingChunks(Lab.KIOSK, Lab.NOW, id.value(), List.of(0));
    assertEquals(
        order,
        new OrderVerifierComponent(component)
            .verify(new OrderSigner(lab.platformKey(), fleet).sign(order)));
    byte[] parcel = component.sealParcel(new byte[] {1}, new byte[] {2});
    assertEquals(Lab.KIOSK, component.verifyParcel(parcel).kioskId());
    assertEquals(32, Files.size(folder.resolve("order-secret")));
  }

  @Test
  void fleet_filesNotInOrder_refused() throws Exception {
    Files.delete(folder.resolve("sign.key"));
    CryptoComponent component = component(Lab.NOW);
    assertFalse(component.ready());
    TransactionId id = TransactionId.create(Lab.NOW);
    assertThrows(
        SealException.class, () -> component.seal(new Incident(id, Lab.KIOSK, Lab.NOW, List.of())));
    assertThrows(SealException.class, () -> component.sealParcel(new byte[1], new byte[1]));
    assertThrows(ReceiptRefusedException.class, () -> component.verifyParcel(new byte[1]));
    assertThrows(
        ReceiptRefusedException.class,
        () -> new OrderVerifierComponent(component).verify(new byte[1]));
  }

  @Test
  void algorithms_withoutAnyFile_work() {
    AlgorithmsComponent algorithms = new AlgorithmsComponent();
    TransactionId id = TransactionId.create(Lab.NOW);
    String key = algorithms.newKey();
    byte[] sealed = algorithms.seal(key, id, 3, new byte[] {7});
    assertEquals(7, algorithms.open(key, id, 3, sealed).orElseThrow()[0]);
    assertEquals(32, algorithms.of(new byte[0]).length);
  }

  @Test
  void open_keyFileTooOpen_refusesUntilItIsMended() throws Exception {
    Path key = folder.resolve("sign.key");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
    CryptoComponent component = component(Lab.NOW);
    failsWith("FILE_TOO_OPEN", component);
    assertEquals(Lab.KIOSK, component.kioskId());
    assertThrows(SealException.class, () -> component.seal(Sample.transaction(Lab.KIOSK, "x")));
    assertThrows(ReceiptRefusedException.class, () -> component.verify(new byte[1]));
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    assertEquals(Level.OK, component.check(SECOND).level());
    component.seal(Sample.transaction(Lab.KIOSK, "x"));
  }

  @Test
  void open_certificateOfAnotherKiosk_refused() {
    failsWith(
        "CERTIFICATE_NAME_WRONG",
        new CryptoComponent(
            codec,
            fleet,
            InstantSource.fixed(Lab.NOW),
            new ClockRules(Lab.FROM),
            settings("other")));
  }

  @Test
  void open_platformsSigningCertificateInsteadOfEncryption_refused() throws Exception {
    PemFiles.writeCertificates(
        folder.resolve("platform.crt"), List.of(lab.platformSign.certificate()));
    failsWith("CERTIFICATE_USE_WRONG", component(Lab.NOW));
  }

  @Test
  void open_trustFileOfAnotherAuthority_refused() throws Exception {
    PemFiles.writeCertificates(
        folder.resolve("trust.crt"), List.of(new Lab().authority.certificate()));
    failsWith("CERTIFICATE_SIGNATURE_WRONG", component(Lab.NOW));
  }

  @Test
  void modified_sameValues_touchesNoFile() throws Exception {
    CryptoComponent component = component(Lab.NOW);
    Files.delete(folder.resolve("sign.key"));
    component.modified(settings(Lab.KIOSK));
    component.seal(Sample.rating(Lab.KIOSK));
    component.modified(settings("other"));
    assertEquals(Level.FAIL, component.check(SECOND).level());
  }

  @Test
  void settings_outOfRange_refusedNamingTheKey() {
    for (String kioskId : new String[] {null, "", "A", "a/b", "+", "x".repeat(33)}) {
      IllegalArgumentException refused =
          assertThrows(IllegalArgumentException.class, () -> settings(kioskId));
      assertTrue(refused.getMessage().contains("kioskId"));
    }
  }
}

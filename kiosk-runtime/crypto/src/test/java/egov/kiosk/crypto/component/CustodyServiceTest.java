package egov.kiosk.crypto.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.Lab;
import egov.kiosk.crypto.Refusal;
import egov.kiosk.crypto.certificate.ClockRules;
import egov.kiosk.crypto.certificate.TrustRules;
import egov.kiosk.crypto.custody.CustodyKind;
import egov.kiosk.crypto.custody.CustodyReport;
import egov.kiosk.crypto.custody.KeyCustody;
import egov.kiosk.crypto.custody.KeyDescription;
import egov.kiosk.crypto.custody.OpeningKey;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.Sample;
import egov.kiosk.crypto.envelope.TestCodec;
import egov.kiosk.crypto.envelope.TestFleetCodec;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The component with a key that another bundle keeps. */
class CustodyServiceTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final InstantSource CLOCK = InstantSource.fixed(Lab.NOW);

  @TempDir Path folder;
  private Lab lab;
  private CryptoComponent component;

  @BeforeEach
  void configure() throws Exception {
    lab = new Lab();
    PemFiles.writeCertificates(folder.resolve("trust.crt"), List.of(lab.authority.certificate()));
    PemFiles.writeCertificates(
        folder.resolve("platform.crt"), List.of(lab.platformEncrypt.certificate()));
    component =
        new CryptoComponent(
            new TestCodec(),
            new TestFleetCodec(),
            CLOCK,
            new ClockRules(Lab.FROM),
            new CryptoSettings(
                Lab.KIOSK,
                CustodyKind.SKF,
                Optional.empty(),
                new TrustSettings(folder.resolve("trust.crt"), Optional.empty(), TrustRules.USUAL),
                Lab.PLATFORM,
                folder.resolve("platform.crt"),
                folder.resolve("order-secret"),
                30));
  }

  @Test
  void seal_withoutTheCustody_refusedAndSaid() {
    Refusal.with(CryptoFault.CUSTODY_ABSENT, component::signing);
    assertThrows(SealException.class, () -> component.seal(Sample.transaction(Lab.KIOSK, "x")));
    Finding finding = component.check(SECOND);
    assertEquals(Level.FAIL, finding.level());
    assertTrue(finding.what().contains("skf"), finding.what());
    assertTrue(finding.advice().contains("component custody"), finding.advice());
  }

  @Test
  void seal_withTheCustody_isSignedByItsKey() throws Exception {
    component.addCustody(new Held(CustodyKind.SKF));
    byte[] envelope = component.seal(Sample.transaction(Lab.KIOSK, "x")).bytes();
    assertEquals(
        lab.kiosk.certificate(),
        new EnvelopeOpener(lab.platformEncrypt, lab.trust, CLOCK).open(envelope).signer());
    assertEquals(Level.OK, component.check(SECOND).level());
    assertArrayEquals(
        lab.kiosk.certificate().encoded(), component.signing().certificate().encoded());
  }

  @Test
  void seal_withACustodyOfAnotherKind_stillRefused() {
    component.addCustody(new Held(CustodyKind.PKCS11));
    Refusal.with(CryptoFault.CUSTODY_ABSENT, component::signing);
  }

  @Test
  void custody_thatLeavesAndComesBack_isFollowed() throws Exception {
    Held held = new Held(CustodyKind.SKF);
    component.addCustody(held);
    component.signing();
    component.removeCustody(held);
    Refusal.with(CryptoFault.CUSTODY_ABSENT, component::signing);
    component.addCustody(held);
    component.signing();
  }

  @Test
  void custody_whoseDeviceComesLater_isFoundByTheNextCheck() throws Exception {
    Held held = new Held(CustodyKind.SKF);
    held.pulled = true;
    component.addCustody(held);
    Finding finding = component.check(SECOND);
    assertEquals(Level.FAIL, finding.level());
    assertTrue(finding.advice().contains("key-custody"), finding.advice());
    held.pulled = false;
    assertEquals(Level.OK, component.check(SECOND).level());
    component.seal(Sample.transaction(Lab.KIOSK, "x"));
  }

  private final class Held implements KeyCustody {
    private final CustodyKind kind;
    private boolean pulled;

    private Held(CustodyKind kind) {
      this.kind = kind;
    }

    @Override
    public KeyDescription description() {
      return new KeyDescription(kind, "test");
    }

    @Override
    public SigningKey signing() throws CryptoException {
      if (pulled) {
        throw new CryptoException(CryptoFault.DEVICE_ABSENT, "pulled");
      }
      return lab.kioskKey();
    }

    @Override
    public OpeningKey opening() throws CryptoException {
      throw new CryptoException(CryptoFault.KEY_ABSENT, "none");
    }

    @Override
    public CustodyReport report(Duration timeout) {
      return CustodyReport.READY;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}

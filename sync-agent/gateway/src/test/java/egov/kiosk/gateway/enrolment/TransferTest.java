package egov.kiosk.gateway.enrolment;

import static egov.kiosk.gateway.enrolment.DeskLab.KIOSK;
import static egov.kiosk.gateway.enrolment.DeskLab.RANDOM;
import static egov.kiosk.gateway.enrolment.DeskLab.to;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.FileCustody;
import egov.kiosk.crypto.custody.KeyFiles;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.OpenedEnvelope;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.enrolment.device.PlatformLine;
import egov.kiosk.gateway.enrolment.DeskLab.Machine;
import egov.kiosk.gateway.keys.GatewayKeys;
import egov.kiosk.gateway.testing.GatewayLab;
import egov.kiosk.gateway.testing.Paper;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.national.AuthorityPins;
import egov.kiosk.tls.national.OneWayLines;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** From a bare directory and a code to what the platform accepts, and to what it no longer does. */
@Timeout(120)
class TransferTest {
  @TempDir Path folder;

  private static SignedEnvelope sealedBy(Machine machine) throws Exception {
    FileCustody custody =
        FileCustody.open(
            new KeyFiles(
                new KeyFiles.Pair(
                    machine.keys().resolve("kiosk.key"), machine.keys().resolve("kiosk.pem")),
                Optional.of(
                    new KeyFiles.Pair(
                        machine.keys().resolve("kiosk-enc.key"),
                        machine.keys().resolve("kiosk-enc.pem"))),
                Optional.empty()),
            RANDOM);
    return new Gbt35275EnvelopeSealer(
            custody.signing(),
            PemFiles.readCertificate(machine.keys().resolve("platform-enc.pem")),
            new CanonicalMessageCodec(),
            Clock.systemUTC(),
            RANDOM)
        .seal(Paper.transaction(KIOSK, GatewayLab.id(), "note"));
  }

  private static OpenedEnvelope opened(DeskLab lab, SignedEnvelope envelope) throws Exception {
    return GatewayKeys.read(lab.pki, InstantSource.system(), RANDOM)
        .opener()
        .open(envelope.bytes());
  }

  @Test
  void bareMachine_overANationalLine_becomesAKioskWhosePapersAreTaken() throws Exception {
    DeskLab lab = new DeskLab(folder, new FileBook(folder.resolve("book")));
    OneWayLines lines = new OneWayLines(InstantSource.system(), RANDOM);
    LineSettings settings =
        LineSettings.of(LineSettings.NATIONAL)
            .trusting(lab.pki.resolve("ca.pem"))
            .showing(lab.authority.line(".pem"), lab.authority.line(".key"));
    Machine machine = lab.machine("bare", KIOSK);
    try (EnrolmentServer server =
        EnrolmentServer.start(
            lab.desk(),
            lines,
            settings,
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      AuthorityPins wrong = new AuthorityPins(Set.of("0".repeat(64)));
      assertThrows(
          LineException.class,
          () ->
              PlatformLine.connect(
                  "127.0.0.1", server.port(), lines, wrong, Duration.ofSeconds(30)));
      try (Socket noise = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        noise.getOutputStream().write(new byte[] {1, 2, 3});
      }
      try (PlatformLine line =
          PlatformLine.connect(
              "127.0.0.1", server.port(), lines, lab.pins(), Duration.ofSeconds(30))) {
        lab.enrol(machine, lab.code("", false), false, "", line);
      }
    }
    assertEquals(KIOSK, opened(lab, sealedBy(machine)).signer().commonName());
  }

  @Test
  void transfer_toASpare_shutsTheOldMachineOut() throws Exception {
    DeskLab lab = new DeskLab(folder, new FileBook(folder.resolve("book")));
    Machine broken = lab.machine("broken", KIOSK);
    lab.enrol(broken, lab.code("", false));
    SignedEnvelope before = sealedBy(broken);
    assertEquals(KIOSK, opened(lab, before).signer().commonName());
    Machine spare = lab.machine("spare", KIOSK);
    egov.kiosk.domain.enrolment.EnrolmentCode code = lab.code("", true);
    assertThrows(
        egov.kiosk.enrolment.device.RefusedException.class,
        () -> lab.enrol(spare, code, false, "", to(lab.desk())));
    assertEquals("NOT_THE_KIND", lab.lastReason());
    lab.enrol(spare, code, true, "", to(lab.desk()));
    assertTrue(lab.reasons.contains("transfer"));
    CryptoException out = assertThrows(CryptoException.class, () -> opened(lab, sealedBy(broken)));
    assertEquals(CryptoFault.CERTIFICATE_REVOKED, out.fault());
    // What it sealed before and did not deliver is refused, too: any date can be written.
    assertThrows(CryptoException.class, () -> opened(lab, before));
    assertEquals(KIOSK, opened(lab, sealedBy(spare)).signer().commonName());
    assertEquals(
        2, PemFiles.readRevocationLists(spare.keys().resolve("crl.pem")).get(0).revoked().size());
  }
}

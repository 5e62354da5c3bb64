package egov.kiosk.bench.sync;

import egov.kiosk.bench.SampleTransaction;
import egov.kiosk.contract.CanonicalMessageCodec;
import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.EnvelopeOpener;
import egov.kiosk.crypto.envelope.Gbt35275EnvelopeSealer;
import egov.kiosk.crypto.envelope.OpenedEnvelope;
import egov.kiosk.crypto.envelope.ReceiptSigner;
import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys of a kiosk and a platform; what the kiosk seals, and what that costs the platform bare. */
public final class Province {
  /** The common name of what the platform signs with. */
  public static final String PLATFORM = "platform-sign";

  static final String KIOSK = "bench-000001";

  private final CanonicalMessageCodec codec = new CanonicalMessageCodec();
  private final EnvelopeSealer sealer;
  private final CertificateAuthority authority;
  private final IssuedKey encryption;
  private final SecureRandom random = new SecureRandom();
  private final Instant from = Instant.now().minus(Duration.ofDays(1));
  private final Instant until = Instant.now().plus(Duration.ofDays(30));
  private final EnvelopeOpener opener;
  private final ReceiptSigner signer;

  /**
   * @param pki where the platform's keys go, as a gateway reads them
   */
  public Province(Path pki) throws Exception {
    authority = CertificateAuthority.create("bench-ca", from, until, random);
    encryption = authority.issue("platform-enc", CertificateUse.ENCRYPT, from, until);
    IssuedKey signing = authority.issue(PLATFORM, CertificateUse.SIGN, from, until);
    Files.createDirectories(pki);
    PemFiles.writeCertificates(pki.resolve("ca.pem"), List.of(authority.certificate()));
    write(pki, "platform-enc", encryption);
    write(pki, PLATFORM, signing);
    sealer = sealer(KIOSK);
    opener = new EnvelopeOpener(encryption, trust(), Clock.systemUTC());
    signer = new ReceiptSigner(SoftwareSigningKey.of(signing, random), codec);
  }

  private static void write(Path pki, String name, IssuedKey issued) throws Exception {
    PemFiles.writeKey(pki.resolve(name + ".key"), issued.key());
    PemFiles.writeCertificates(pki.resolve(name + ".pem"), List.of(issued.certificate()));
  }

  /** What a kiosk of this name seals with: a key of its own, certified by the authority. */
  public EnvelopeSealer sealer(String kioskId) throws CryptoException {
    return new Gbt35275EnvelopeSealer(
        SoftwareSigningKey.of(authority.issue(kioskId, CertificateUse.SIGN, from, until), random),
        encryption.certificate(),
        codec,
        Clock.systemUTC(),
        random);
  }

  /** Whom the kiosks believe. */
  public TrustStore trust() throws CryptoException {
    return TrustStore.of(List.of(authority.certificate()));
  }

  List<SignedEnvelope> seal(int count) throws SealException {
    List<SignedEnvelope> sealed = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      sealed.add(sealer.seal(SampleTransaction.make(KIOSK, Instant.now())));
    }
    return sealed;
  }

  /**
   * Processor milliseconds a message of what cannot be left out: open and verify each, and sign the
   * receipts.
   *
   * @param documents how many documents the gateway signed for these messages; this side signs as
   *     many, so that neither gains by answering more at a time
   */
  double bareCpuMillis(List<SignedEnvelope> messages, long documents) throws Exception {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    List<PlatformReceipt> receipts = new ArrayList<>();
    long signed = 0;
    for (int at = 0; at < messages.size(); at++) {
      OpenedEnvelope opened = opener.open(messages.get(at).bytes());
      receipts.add(
          new PlatformReceipt(
              opened.kioskId(),
              messages.get(at).id(),
              opened.envelopeSm3(),
              PlatformReceipt.Outcome.ACCEPTED,
              Optional.of("3501-2026-000001"),
              Optional.empty(),
              Instant.now()));
      // Spread evenly: the next document ends where its share of the messages does.
      if ((at + 1) * documents >= (signed + 1) * messages.size()) {
        signer.sign(receipts);
        receipts.clear();
        signed++;
      }
    }
    long after = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    return (after - before) / 1e6 / messages.size();
  }
}

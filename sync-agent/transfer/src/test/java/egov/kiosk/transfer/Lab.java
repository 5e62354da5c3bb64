package egov.kiosk.transfer;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateAuthority;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.SoftwareSigningKey;
import egov.kiosk.crypto.envelope.Gbt35275ParcelSealer;
import egov.kiosk.crypto.envelope.ParcelOpener;
import egov.kiosk.crypto.envelope.Sm2ParcelVerifier;
import egov.kiosk.crypto.sm.StreamedSm3;
import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.ParcelSealer;
import egov.kiosk.domain.fleet.ParcelVerifier;
import egov.kiosk.domain.outbox.ExportLine;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.SqliteOutbox;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A province with an authority, a platform and kiosks. */
final class Lab {
  static final Instant NOW = Instant.parse("2026-06-01T08:00:00Z");
  static final StreamedSm3 SM3 = new StreamedSm3();

  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-12-31T00:00:00Z");

  private final SecureRandom random = new SecureRandom();
  private final CertificateAuthority authority;
  private final IssuedKey platform;

  Lab() throws CryptoException {
    authority = CertificateAuthority.create("lab-root", FROM, UNTIL, random);
    platform = authority.issue("platform-enc", CertificateUse.ENCRYPT, FROM, UNTIL);
  }

  ParcelSealer sealer(String kiosk) throws CryptoException {
    return new Gbt35275ParcelSealer(
        SoftwareSigningKey.of(authority.issue(kiosk, CertificateUse.SIGN, FROM, UNTIL), random),
        platform.certificate(),
        () -> NOW,
        random);
  }

  ParcelVerifier verifier() throws CryptoException {
    return new Sm2ParcelVerifier(TrustStore.of(List.of(authority.certificate())), () -> NOW);
  }

  QueueCourier courier(String kiosk, Outbox outbox) throws CryptoException {
    return new QueueCourier(outbox, kiosk, sealer(kiosk), verifier(), SM3, () -> NOW);
  }

  ParcelReader platform() throws CryptoException {
    ParcelOpener opener = new ParcelOpener(platform);
    return new ParcelReader(
        verifier(),
        SM3,
        parcel -> {
          try {
            return opener.open(parcel);
          } catch (CryptoException e) {
            throw new ParcelRefusedException(ParcelRefusedException.Reason.FORGED, "key");
          }
        });
  }

  static SqliteOutbox outbox(Path directory) throws OutboxException {
    return SqliteOutbox.open(OutboxSettings.of(directory, 256, 0), () -> NOW, Optional::empty);
  }

  static SignedEnvelope message(MessageKind kind, Lane lane, int bytes) {
    byte[] content = new byte[bytes];
    new Random().nextBytes(content);
    return new SignedEnvelope(
        TransactionId.create(NOW), kind, "A1", content, SM3.of(content), Label.of(lane));
  }

  /** The lines of a whole export. */
  static List<String> export(QueueCourier courier) throws Exception {
    List<String> lines = new ArrayList<>();
    String next = "";
    do {
      ExportLine line = courier.export(next);
      if (!line.line().isEmpty()) {
        lines.add(line.line());
      }
      next = line.next();
    } while (!next.isEmpty());
    return lines;
  }
}

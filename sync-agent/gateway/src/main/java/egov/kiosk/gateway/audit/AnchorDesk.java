package egov.kiosk.gateway.audit;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.audit.AuditHead;
import egov.kiosk.domain.fleet.UpChannel;
import egov.kiosk.gateway.line.UpListener;
import egov.kiosk.gateway.postgres.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the signed heads of kiosks' audit chains (审计锚定) and compares each with those before: a
 * kiosk that does not remember a head the platform has was cut or put back to an older copy. Safe
 * for use by several threads, and by several workers that share a directory or a database.
 */
public final class AnchorDesk implements UpListener, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AnchorDesk.class);

  private final AnchorBook book;
  private final TrustStore trust;
  private final InstantSource clock;

  private AnchorDesk(AnchorBook book, TrustStore trust, InstantSource clock) {
    this.book = book;
    this.trust = trust;
    this.clock = clock;
  }

  /**
   * Opens the directory heads are kept in.
   *
   * @param authorities PEM, those that kiosks' certificates come from
   */
  public static AnchorDesk open(Path directory, Path authorities, InstantSource clock)
      throws IOException, CryptoException {
    return new AnchorDesk(
        new AnchorFiles(directory), TrustStore.of(PemFiles.readCertificates(authorities)), clock);
  }

  /**
   * The same with a database, for gateways on several machines.
   *
   * @param database used by this desk alone, and closed with it
   */
  public static AnchorDesk open(Database database, Path authorities, InstantSource clock)
      throws CryptoException {
    return new AnchorDesk(
        new PostgresAnchors(database),
        TrustStore.of(PemFiles.readCertificates(authorities)),
        clock);
  }

  @Override
  public void close() {
    book.close();
  }

  @Override
  public Set<UpChannel> channels() {
    return Set.of(UpChannel.AUDIT);
  }

  @Override
  public void received(UpChannel channel, String kioskId, byte[] payload) throws IOException {
    if (kioskId.matches("[0-9a-z-]{1,32}")) {
      Judgement judgement = take(kioskId, payload);
      if (judgement.alarming()) {
        LOG.error("The audit log of {} needs somebody's look: {}", kioskId, judgement);
      }
    }
  }

  /** Takes a head in; what it means beside those before. */
  Judgement take(String kioskId, byte[] payload) throws IOException {
    Optional<AuditAnchor> anchor = AuditAnchor.parse(payload);
    String objection =
        anchor.map(one -> objection(kioskId, one)).orElse("not a head of an audit chain");
    return book.alone(
        kioskId,
        page -> {
          if (!objection.isEmpty()) {
            page.find(clock.instant(), Judgement.REFUSED, objection);
            return Judgement.REFUSED;
          }
          return judge(page, anchor.orElseThrow());
        });
  }

  private Judgement judge(AnchorBook.Page page, AuditAnchor anchor) throws IOException {
    List<AuditAnchor> known = new ArrayList<>(page.known());
    Judgement judgement = Judgement.of(anchor.head(), known);
    if (judgement == Judgement.KNOWN) {
      return judgement;
    }
    if (judgement.alarming()) {
      AuditHead last = known.get(known.size() - 1).head();
      page.find(
          clock.instant(),
          judgement,
          "head "
              + anchor.head().sequence()
              + " after "
              + anchor.head().previousSequence()
              + ", known up to "
              + last.sequence()
              + " of "
              + last.at());
    }
    known.add(anchor);
    page.keep(known);
    return judgement;
  }

  /** What is wrong with a head, or nothing. */
  private String objection(String kioskId, AuditAnchor anchor) {
    AuditHead head = anchor.head();
    if (!head.kioskId().equals(kioskId)) {
      return "another kiosk's head";
    }
    try {
      Sm2Certificate certificate = Sm2Certificate.parse(anchor.certificate());
      trust.check(certificate, CertificateUse.SIGN, clock.instant());
      String digest = HexFormat.of().formatHex(Sm3.digest(anchor.certificate()));
      boolean holds =
          certificate.commonName().equals(kioskId)
              && digest.equals(head.certificateSm3())
              && certificate.publicKey().verifies(head.signedBytes(), anchor.signature());
      return holds ? "" : "its signature does not hold";
    } catch (CryptoException e) {
      return "its certificate is refused, " + e.fault();
    }
  }
}

package egov.kiosk.gateway.enrolment;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.CertificatePair;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.EnvelopedKey;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.enrolment.message.CodeKeys;
import egov.kiosk.enrolment.message.EnrolmentAnswer;
import egov.kiosk.enrolment.message.EnrolmentRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes a kiosk's certificates, and shuts out the machine that had its name before. */
final class Issuing {
  /** Longer lists do not fit an answer; kiosks get them as they always do. */
  private static final int LARGEST_LISTS = 16 * 1024;

  private final DevelopmentAuthority authority;
  private final DeskAudit audit;
  private final InstantSource clock;
  private final SecureRandom random;

  Issuing(
      DevelopmentAuthority authority, DeskAudit audit, InstantSource clock, SecureRandom random) {
    this.authority = authority;
    this.audit = audit;
    this.clock = clock;
    this.random = random;
  }

  /** Whether an authority has that name. */
  boolean taken(String name) {
    return authority.authorities().stream().anyMatch(one -> one.commonName().equals(name));
  }

  byte[] issue(
      EnrolmentBook.Page page, EnrolmentRequest.Received received, CodeRecord code, CodeKeys keys)
      throws IOException, CryptoException {
    EnrolmentRequest request = received.request();
    if (code.transfer()) {
      shutOut(page, request.kioskId(), code.operator());
    }
    Optional<EnvelopedKey> wrapped = Optional.empty();
    Sm2PublicKey encryption;
    if (request.encryption().isPresent()) {
      encryption = request.encryption().get();
    } else {
      Sm2PrivateKey made = Sm2PrivateKey.generate(random);
      encryption = made.publicKey();
      wrapped = Optional.of(EnvelopedKey.seal(made, request.signing().publicKey(), random));
    }
    CertificatePair pair =
        CertificatePair.of(
            authority.certify(
                request.kioskId(), request.signing().publicKey(), CertificateUse.SIGN),
            authority.certify(request.kioskId(), encryption, CertificateUse.ENCRYPT));
    for (Sm2Certificate one : List.of(pair.signing(), pair.encryption())) {
      page.keep(
          new IssuedCertificate(
              one.serialNumber(), request.kioskId(), one.notAfter(), Optional.empty()));
    }
    return new EnrolmentAnswer(
            received.digest(),
            pair,
            wrapped,
            authority.authorities(),
            lists(),
            authority.platform("platform-sign"),
            authority.platform("platform-enc"))
        .encode(keys);
  }

  private List<RevocationList> lists() throws CryptoException {
    List<RevocationList> lists = authority.lists();
    int bytes = lists.stream().mapToInt(list -> list.encoded().length).sum();
    return bytes > LARGEST_LISTS ? List.of() : lists;
  }

  private void shutOut(EnrolmentBook.Page page, String kioskId, String operator)
      throws IOException, CryptoException {
    Instant now = clock.instant();
    for (IssuedCertificate one : page.issued(kioskId)) {
      page.keep(one.revokedAt(now));
    }
    authority.publish(page);
    Optional<Sm2Certificate> handMade = authority.handMade(kioskId);
    boolean all = handMade.isEmpty() || authority.revokeOfRoot(handMade.get(), random);
    audit.record(
        AuditAction.CERTIFICATES_REVOKED,
        all ? AuditResult.DONE : AuditResult.FAILED,
        kioskId,
        operator,
        all ? "transfer" : "root-key-elsewhere");
  }
}

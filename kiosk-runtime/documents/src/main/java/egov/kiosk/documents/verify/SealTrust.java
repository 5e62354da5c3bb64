package egov.kiosk.documents.verify;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.seal.SealContent;
import egov.kiosk.crypto.seal.SealSignature;
import egov.kiosk.domain.document.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a verifier believes.
 *
 * @param authorities whose certificates count, and what they have revoked
 * @param makers common names of those who may make seals: every kiosk has a certificate of the same
 *     authorities, and must not make itself a seal with it
 */
public record SealTrust(TrustStore authorities, Set<String> makers) {
  /** How far a signer's clock may be ahead of this one. */
  private static final Duration AHEAD = Duration.ofMinutes(10);

  public SealTrust {
    Objects.requireNonNull(authorities, "authorities");
    makers = Set.copyOf(makers);
  }

  /**
   * Checks who sealed and with what, once it is known that nothing was altered. The moment of
   * sealing is the signer's word, so a certificate on a revocation list is refused whatever moment
   * is claimed.
   */
  void check(SealSignature signature, Instant now) throws Refusal {
    SealContent seal = signature.seal().content();
    Sm2Certificate maker = signature.seal().maker();
    Instant sealedAt = signature.sealedAt();
    if (!signature.seal().mayBeUsedBy(signature.signer())) {
      throw invalid("the seal does not belong to the certificate that was used");
    }
    if (!makers.contains(maker.commonName())) {
      throw invalid("the seal was not made by a maker this kiosk trusts");
    }
    check(maker, seal.createdAt(), "the seal maker's certificate");
    check(signature.signer(), sealedAt, "the signer's certificate");
    if (sealedAt.isBefore(seal.validFrom()) || sealedAt.isAfter(seal.validUntil())) {
      throw expired("the seal was not valid when the document was sealed");
    }
    if (sealedAt.isAfter(now.plus(AHEAD))) {
      throw expired("the document says that it was sealed in the future; check this clock");
    }
  }

  private void check(Sm2Certificate certificate, Instant at, String whose) throws Refusal {
    try {
      authorities.check(certificate, CertificateUse.SIGN, at);
    } catch (CryptoException e) {
      CryptoFault fault = e.fault();
      if (fault == CryptoFault.CERTIFICATE_EXPIRED
          || fault == CryptoFault.CERTIFICATE_NOT_YET_VALID) {
        throw expired(
            whose
                + " was not valid when it was used, "
                + at
                + ": it is valid from "
                + certificate.notBefore()
                + " until "
                + certificate.notAfter());
      }
      if (fault == CryptoFault.CERTIFICATE_REVOKED) {
        throw invalid(revoked(certificate, at, whose));
      }
      throw invalid(whose + " is not to be trusted: " + fault);
    }
  }

  private String revoked(Sm2Certificate certificate, Instant at, String whose) {
    Optional<Instant> since = authorities.revokedSince(certificate);
    return whose
        + since.map(time -> " is revoked since " + time).orElse(" is revoked")
        + "; that it was used before, "
        + at
        + ", is only the signer's word";
  }

  private static Refusal invalid(String reason) {
    return new Refusal(Verdict.CERTIFICATE_INVALID, reason);
  }

  private static Refusal expired(String reason) {
    return new Refusal(Verdict.EXPIRED, reason);
  }
}

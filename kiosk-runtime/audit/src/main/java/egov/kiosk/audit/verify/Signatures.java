package egov.kiosk.audit.verify;

import egov.kiosk.audit.record.Entry;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm3;
import egov.kiosk.domain.audit.AuditAnchor;
import egov.kiosk.domain.audit.AuditHead;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Checks signed heads with the certificates of a kiosk, present and past. */
final class Signatures {
  private final Map<String, Sm2Certificate> certificates = new HashMap<>();

  Signatures(List<Sm2Certificate> certificates) {
    certificates.forEach(one -> this.certificates.put(digest(one.encoded()), one));
  }

  static String digest(byte[] bytes) {
    return HexFormat.of().formatHex(Sm3.digest(bytes));
  }

  /** Whether there is a certificate to check with. */
  boolean possible() {
    return !certificates.isEmpty();
  }

  /** The head a checkpoint's record speaks of; empty when it does not have the form of one. */
  static Optional<AuditHead> head(Entry entry, String kioskId, String chain) {
    try {
      return Optional.of(
          new AuditHead(
              kioskId,
              chain,
              entry.number("covers"),
              entry.attribute("head"),
              Instant.parse(entry.attribute("at")),
              entry.attribute("key"),
              entry.attribute("certificate"),
              entry.number("previous"),
              entry.attribute("previous-head")));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** What is wrong with a checkpoint's signature, if anything. */
  Optional<String> objection(AuditHead head, Entry entry) {
    try {
      return objection(head, Base64.getDecoder().decode(entry.attribute("signature")));
    } catch (IllegalArgumentException e) {
      return Optional.of("its signature is no signature");
    }
  }

  /** What is wrong with an anchor's signature, if anything. */
  Optional<String> objection(AuditAnchor anchor) {
    return objection(anchor.head(), anchor.signature());
  }

  private Optional<String> objection(AuditHead head, byte[] signature) {
    if (!possible()) {
      return Optional.empty();
    }
    Sm2Certificate certificate = certificates.get(head.certificateSm3());
    if (certificate == null) {
      return Optional.of(
          "it is signed with the key of a certificate that was not given, SM3 "
              + head.certificateSm3());
    }
    if (!certificate.commonName().equals(head.kioskId())) {
      return Optional.of("its certificate is another kiosk's");
    }
    return certificate.publicKey().verifies(head.signedBytes(), signature)
        ? Optional.empty()
        : Optional.of("its signature does not hold");
  }
}

package egov.kiosk.crypto.component;

import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Until when what is open can be used.
 *
 * @param certificates those in use, the first to expire first; never empty
 * @param listsFreshUntil when the first revocation list grows stale; empty without lists
 * @param problem what is not as it should be although everything works, in one sentence
 */
record Validity(
    List<Dated> certificates, Optional<Instant> listsFreshUntil, Optional<String> problem) {
  /** A certificate in use, named for a technician. */
  record Dated(String name, Instant expires) {
    static Dated of(String name, Sm2Certificate certificate) {
      return new Dated(name, certificate.notAfter());
    }
  }

  Dated first() {
    return certificates.get(0);
  }

  /** Time left until the first certificate expires; negative when one has expired. */
  Duration left(Instant now) {
    return Duration.between(now, first().expires());
  }

  /** Whether nothing may be sealed with it any more. */
  boolean over(Instant now) {
    return left(now).plus(TrustRules.USUAL.tolerance()).isNegative();
  }

  boolean listsStale(Instant now) {
    return listsFreshUntil.isPresent() && now.isAfter(listsFreshUntil.get());
  }
}

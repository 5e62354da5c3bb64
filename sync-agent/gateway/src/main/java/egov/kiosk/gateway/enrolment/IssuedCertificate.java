package egov.kiosk.gateway.enrolment;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * A certificate this desk issued.
 *
 * @param revoked since when it is not to be believed
 */
record IssuedCertificate(
    BigInteger serial, String kioskId, Instant until, Optional<Instant> revoked) {
  IssuedCertificate revokedAt(Instant at) {
    return new IssuedCertificate(serial, kioskId, until, Optional.of(revoked.orElse(at)));
  }
}

package egov.kiosk.documents.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.crypto.seal.ElectronicSeal;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.time.Duration;
import java.time.Instant;

/** What the doctor says of the kiosk's seal. */
final class SealCheck {
  static final String NAME = "seal";
  private static final String RENEW =
      "have the seal's maker make a seal for this kiosk's signing certificate, and put its file";
  private static final long WARN_DAYS = 30;

  private SealCheck() {}

  static Finding none() {
    return Finding.ok(NAME, "no seal is configured; no sealed documents are made");
  }

  static Finding unreadable(String why) {
    return new Finding(NAME, Level.FAIL, why, Actor.TECHNICIAN, RENEW);
  }

  /** A certificate that was renewed needs a new seal: a seal names its certificates one by one. */
  static Finding of(ElectronicSeal seal, KioskKey key, Instant now) {
    Instant until = seal.content().validUntil();
    try {
      if (!seal.mayBeUsedBy(key.signing().certificate())) {
        return unreadable("the seal was made for another certificate than the kiosk signs with");
      }
    } catch (CryptoException e) {
      return unreadable("nothing can be sealed now: " + e.getMessage());
    }
    if (now.isBefore(seal.content().validFrom()) || now.isAfter(until)) {
      return unreadable("the seal is not valid now, only until " + until);
    }
    long days = Duration.between(now, until).toDays();
    String what = "the seal is valid, " + days + " days left";
    return days < WARN_DAYS
        ? new Finding(NAME, Level.WARN, what, Actor.TECHNICIAN, RENEW)
        : Finding.ok(NAME, what);
  }
}

package egov.kiosk.catalogue;

import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.Verification;

/** How an entry says how surely the citizen must be known: level and way in one word. */
enum LevelWord {
  NONE(IdentityLevel.NONE, Verification.FACE_OR_STAFF),
  CARD(IdentityLevel.CARD, Verification.FACE_OR_STAFF),
  VERIFIED(IdentityLevel.VERIFIED, Verification.FACE_OR_STAFF),
  VERIFIED_LIVE(IdentityLevel.VERIFIED, Verification.LIVE_FACE_OR_STAFF),
  VERIFIED_CHALLENGE(IdentityLevel.VERIFIED, Verification.CHALLENGED_FACE_OR_STAFF),
  STAFF(IdentityLevel.VERIFIED, Verification.STAFF_ONLY);

  private final IdentityLevel level;
  private final Verification verification;

  LevelWord(IdentityLevel level, Verification verification) {
    this.level = level;
    this.verification = verification;
  }

  IdentityLevel level() {
    return level;
  }

  Verification verification() {
    return verification;
  }
}

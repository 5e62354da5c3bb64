package egov.kiosk.flow;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.StaffCheck;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All personal data of a session in one place, so that one call wipes it. Guarded by the desk's
 * lock.
 */
final class Dossier {
  private final Map<ConsentPurpose, Consent> consents = new EnumMap<>(ConsentPurpose.class);
  private final Map<String, String> answers = new LinkedHashMap<>();
  private IdCard card;
  private FaceMatch match;
  private StaffCheck staff;

  void give(Consent consent) {
    consents.put(consent.purpose(), consent);
  }

  boolean gave(ConsentPurpose purpose) {
    return consents.containsKey(purpose);
  }

  List<Consent> consents() {
    return List.copyOf(consents.values());
  }

  /** The citizen does not want their face used: what was compared is forgotten too. */
  void refuseFace() {
    consents.remove(ConsentPurpose.FACE);
    match = null;
  }

  Optional<IdCard> card() {
    return Optional.ofNullable(card);
  }

  /** Takes over a card; whoever was verified with another card no longer is. */
  void card(IdCard read) {
    dropCard();
    card = read;
  }

  Optional<FaceMatch> match() {
    return Optional.ofNullable(match);
  }

  void match(FaceMatch made) {
    match = made;
  }

  Optional<StaffCheck> staff() {
    return Optional.ofNullable(staff);
  }

  void staff(StaffCheck check) {
    staff = check;
  }

  boolean verified() {
    return staff != null || (match != null && match.outcome() == FaceOutcome.PASS);
  }

  /** The citizen as far as the evidence goes. */
  Optional<VerifiedCitizen> citizen() {
    if (card == null) {
      return Optional.empty();
    }
    if (staff != null) {
      return Optional.of(VerifiedCitizen.byStaff(card, staff, match()));
    }
    return Optional.of(
        verified() ? VerifiedCitizen.byFace(card, match) : VerifiedCitizen.byCard(card));
  }

  /** What was answered so far, by question id; live. */
  Map<String, String> answers() {
    return answers;
  }

  private void dropCard() {
    if (card != null) {
      card.close();
    }
    card = null;
    match = null;
    staff = null;
  }

  /** Overwrites what can be overwritten and lets go of the rest. */
  void wipe() {
    dropCard();
    consents.clear();
    answers.clear();
  }
}

package egov.kiosk.flow.session;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.citizen.FaceMatch;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.IdCard;
import egov.kiosk.domain.citizen.StaffCheck;
import egov.kiosk.domain.citizen.VerifiedCitizen;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All personal data of a session in one place, so that one call wipes it. Guarded by the desk's
 * lock.
 */
public final class Dossier {
  private final Map<ConsentPurpose, Consent> consents = new EnumMap<>(ConsentPurpose.class);
  private final Map<String, String> answers = new LinkedHashMap<>();
  private Credential shown;
  private boolean child;
  private FaceMatch match;
  private StaffCheck staff;
  private final Folder folder = new Folder();
  private final Retrieved retrieved = new Retrieved();
  private Signature signature;

  /** Takes an answer to a wording; the last one to a purpose counts. */
  public void answer(Consent consent) {
    consents.put(consent.purpose(), consent);
  }

  /** Whether the citizen agreed to this. */
  public boolean gave(ConsentPurpose purpose) {
    Consent last = consents.get(purpose);
    return last != null && last.given();
  }

  public List<Consent> consents() {
    return List.copyOf(consents.values());
  }

  /** The citizen takes the consent to the face back: what was compared is forgotten too. */
  public void withdrawFace(Instant at) {
    consents.computeIfPresent(ConsentPurpose.FACE, (purpose, given) -> given.withdrawn(at));
    match = null;
  }

  /** What the citizen showed. */
  public Optional<Credential> shown() {
    return Optional.ofNullable(shown);
  }

  /** The same, where it has a portrait to compare a face with. */
  public Optional<IdCard> idCard() {
    return shown instanceof IdCard card ? Optional.of(card) : Optional.empty();
  }

  /**
   * Takes over what was shown; whoever was verified with something else no longer is.
   *
   * @param underFourteen whether its holder cannot agree alone
   */
  public void show(Credential credential, boolean underFourteen) {
    dropShown();
    shown = credential;
    child = underFourteen;
  }

  /** Whether what was shown is a child's; then no face is compared, and a guardian agrees. */
  public boolean child() {
    return child;
  }

  /** Whether a child's guardian was seen by staff, and so decides here. */
  public boolean guardianAgrees() {
    return child && staff != null;
  }

  /** Whether a child's guardian has yet to agree before staff. */
  boolean needsGuardian() {
    return child && staff == null;
  }

  public Optional<FaceMatch> match() {
    return Optional.ofNullable(match);
  }

  public void match(FaceMatch made) {
    match = made;
  }

  public Optional<StaffCheck> staff() {
    return Optional.ofNullable(staff);
  }

  /** Staff vouch; for a child also that its guardian is there and agrees to what was shown. */
  public void staff(StaffCheck check) {
    staff = check;
    if (child) {
      consents.computeIfPresent(
          ConsentPurpose.DATA, (purpose, given) -> given.byGuardian(check.checkedAt()));
    }
  }

  boolean verified() {
    return staff != null || (match != null && match.outcome() == FaceOutcome.PASS);
  }

  /** The citizen as far as the evidence goes. */
  public Optional<VerifiedCitizen> citizen() {
    if (shown == null) {
      return Optional.empty();
    }
    if (!(shown instanceof IdCard card)) {
      return Optional.of(
          staff == null ? VerifiedCitizen.byCard(shown) : VerifiedCitizen.byStaff(shown, staff));
    }
    if (staff != null) {
      return Optional.of(VerifiedCitizen.byStaff(card, staff, match()));
    }
    return Optional.of(
        verified() ? VerifiedCitizen.byFace(card, match) : VerifiedCitizen.byCard(card));
  }

  /** What was answered so far, by question id; live. */
  public Map<String, String> answers() {
    return answers;
  }

  /** The papers that were photographed. */
  public Folder folder() {
    return folder;
  }

  /** What the platform knew and offers. */
  public Retrieved retrieved() {
    return retrieved;
  }

  /** How the citizen stood for it, once that was done. */
  public Optional<Signature> signature() {
    return Optional.ofNullable(signature);
  }

  /** Takes it over; null takes it back. The former one is overwritten. */
  public void signature(Signature given) {
    if (signature != null) {
      signature.close();
    }
    signature = given;
  }

  /** Pictures and drawing are stored, sealed, elsewhere: here they are not needed any more. */
  public void overwritePictures() {
    folder.overwrite();
    if (signature != null) {
      signature.close();
    }
  }

  private void dropShown() {
    if (shown != null) {
      shown.close();
    }
    shown = null;
    child = false;
    match = null;
    staff = null;
  }

  /** Overwrites what can be overwritten and lets go of the rest. */
  public void wipe() {
    dropShown();
    folder.wipe();
    retrieved.wipe();
    signature(null);
    consents.clear();
    answers.clear();
  }
}

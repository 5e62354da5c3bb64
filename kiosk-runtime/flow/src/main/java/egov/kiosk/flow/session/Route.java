package egov.kiosk.flow.session;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.FaceOutcome;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.citizen.Liveness;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.domain.transaction.Verification;

/** Finds the next page from what the item asks for and what is already there. Stateless. */
public final class Route {
  private Route() {}

  /** The first page that still has something to do. */
  public static SessionState next(ServiceItem item, Dossier dossier) {
    if (item.offlineClass() == OfflineClass.LOCAL) {
      return SessionState.GUIDE;
    }
    if (item.consent(ConsentPurpose.DATA).isPresent() && !dossier.gave(ConsentPurpose.DATA)) {
      return SessionState.CONSENT;
    }
    if (item.identityLevel() != IdentityLevel.NONE && dossier.shown().isEmpty()) {
      return SessionState.PLACE_CARD;
    }
    if (dossier.needsGuardian()) {
      return SessionState.GUARDIAN;
    }
    if (item.identityLevel() == IdentityLevel.VERIFIED && !verified(item, dossier)) {
      return byStaffAlone(item) ? SessionState.ALTERNATIVE : SessionState.FACE_CONSENT;
    }
    if (item.consent(ConsentPurpose.RETRIEVAL).isPresent() && !dossier.retrieved().settled()) {
      return SessionState.RETRIEVAL_CONSENT;
    }
    return asks(item) ? SessionState.FORM : afterForm(item);
  }

  /** The first page after the last question. */
  public static SessionState afterForm(ServiceItem item) {
    return item.materials().isEmpty() ? SessionState.CONFIRM : SessionState.MATERIALS;
  }

  /** Where "back" leads from a page before the commit; ENDED leads to the list of items. */
  public static SessionState before(SessionState state, ServiceItem item, Dossier dossier) {
    SessionState first =
        item.consent(ConsentPurpose.DATA).isPresent() ? SessionState.CONSENT : SessionState.ENDED;
    return switch (state) {
      case CONSENT_REFUSED, PLACE_CARD, CARD_PROBLEM, GUARDIAN, FACE_CONSENT ->
          SessionState.CONSENT;
      case SHOW_CODE, REDEEMING, CODE_PROBLEM -> SessionState.PLACE_CARD;
      case CAMERA, LOOKING, FACE_PROBLEM -> SessionState.FACE_CONSENT;
      case ALTERNATIVE ->
          dossier.needsGuardian()
              ? SessionState.GUARDIAN
              : byStaffAlone(item) ? SessionState.CONSENT : SessionState.FACE_CONSENT;
      case STAFF_PROBLEM -> SessionState.ALTERNATIVE;
      case RETRIEVAL_CONSENT, FORM -> first;
      case RETRIEVING -> SessionState.RETRIEVAL_CONSENT;
      case PHONE -> SessionState.MATERIALS;
      case MATERIALS -> asks(item) ? SessionState.FORM : first;
      case CONFIRM ->
          !item.materials().isEmpty()
              ? SessionState.MATERIALS
              : asks(item) ? SessionState.FORM : first;
      case SIGN -> SessionState.CONFIRM;
      case SUBMIT_PROBLEM -> item.signed() ? SessionState.SIGN : SessionState.CONFIRM;
      case RATING -> SessionState.ACCEPTED;
      default -> SessionState.ENDED;
    };
  }

  /** Whether the citizen is known as surely as the item asks for. */
  public static boolean verified(ServiceItem item, Dossier dossier) {
    Verification way = item.profile().verification();
    boolean live =
        way == Verification.LIVE_FACE_OR_STAFF || way == Verification.CHALLENGED_FACE_OR_STAFF;
    return dossier.staff().isPresent()
        || !byStaffAlone(item)
            && dossier
                .match()
                .filter(match -> match.outcome() == FaceOutcome.PASS)
                .filter(match -> !live || match.liveness() == Liveness.PASSED)
                .isPresent();
  }

  private static boolean byStaffAlone(ServiceItem item) {
    return item.profile().verification() == Verification.STAFF_ONLY;
  }

  /** Whether any question is left for the citizen once the card's fields are filled in. */
  static boolean asks(ServiceItem item) {
    return item.questions().stream().anyMatch(question -> question.fromCard().isEmpty());
  }
}

package egov.kiosk.flow;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.citizen.IdentityLevel;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.ServiceItem;

/** Finds the next page from what the item asks for and what is already there. Stateless. */
final class Route {
  private Route() {}

  /** The first page that still has something to do. */
  static SessionState next(ServiceItem item, Dossier dossier) {
    if (item.offlineClass() == OfflineClass.LOCAL) {
      return SessionState.GUIDE;
    }
    if (item.consent(ConsentPurpose.DATA).isPresent() && !dossier.gave(ConsentPurpose.DATA)) {
      return SessionState.CONSENT;
    }
    if (item.identityLevel() != IdentityLevel.NONE && dossier.card().isEmpty()) {
      return SessionState.PLACE_CARD;
    }
    if (dossier.needsGuardian()) {
      return SessionState.GUARDIAN;
    }
    if (item.identityLevel() == IdentityLevel.VERIFIED && !dossier.verified()) {
      return SessionState.FACE_CONSENT;
    }
    return asks(item) ? SessionState.FORM : SessionState.CONFIRM;
  }

  /** Where "back" leads from a page before the commit; ENDED leads to the list of items. */
  static SessionState before(SessionState state, ServiceItem item, Dossier dossier) {
    SessionState first =
        item.consent(ConsentPurpose.DATA).isPresent() ? SessionState.CONSENT : SessionState.ENDED;
    return switch (state) {
      case CONSENT_REFUSED, PLACE_CARD, CARD_PROBLEM, GUARDIAN, FACE_CONSENT ->
          SessionState.CONSENT;
      case CAMERA, LOOKING, FACE_PROBLEM -> SessionState.FACE_CONSENT;
      case ALTERNATIVE ->
          dossier.needsGuardian() ? SessionState.GUARDIAN : SessionState.FACE_CONSENT;
      case STAFF_PROBLEM -> SessionState.ALTERNATIVE;
      case FORM -> first;
      case CONFIRM -> asks(item) ? SessionState.FORM : first;
      case SUBMIT_PROBLEM -> SessionState.CONFIRM;
      case RATING -> SessionState.ACCEPTED;
      default -> SessionState.ENDED;
    };
  }

  /** Whether any question is left for the citizen once the card's fields are filled in. */
  static boolean asks(ServiceItem item) {
    return item.questions().stream().anyMatch(question -> question.fromCard().isEmpty());
  }
}

package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.Credential;
import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.FlowFault;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import java.time.LocalDate;

/** Lets in whoever showed what the item takes: still valid, of the item's age, seen by staff. */
final class Entrance {
  private final Tools tools;

  Entrance(Tools tools) {
    this.tools = tools;
  }

  LocalDate today() {
    return LocalDate.ofInstant(tools.clock().instant(), tools.settings().get().zone());
  }

  /** Goes on with this citizen, or says why not and keeps nothing. */
  void enter(Session session, Credential shown) {
    LocalDate today = today();
    if (shown.expiredOn(today)) {
      shown.close();
      refuse(session, shown.kind(), expired(shown.kind()));
    } else if (!session.item().profile().ages().admit(shown.birthDate(), today)) {
      shown.close();
      problem(session, shown.kind(), FlowFault.AGE_OUTSIDE.problem(0, "card-retry", "end", "help"));
    } else {
      session.dossier().show(shown, shown.needsGuardianAt(tools.clock().instant()));
      tools.journey().next(session);
    }
  }

  private void refuse(Session session, CredentialKind kind, FlowFault fault) {
    Problem problem =
        kind == CredentialKind.CODE
            ? fault.problem(0, "use-code", "card-retry", "help", "end")
            : fault.problem(0, "card-retry", "help", "end");
    problem(session, kind, problem);
  }

  private void problem(Session session, CredentialKind kind, Problem problem) {
    SessionState where =
        kind == CredentialKind.CODE ? SessionState.CODE_PROBLEM : SessionState.CARD_PROBLEM;
    tools.journey().problem(session, where, problem);
  }

  private static FlowFault expired(CredentialKind kind) {
    return switch (kind) {
      case ID_CARD -> FlowFault.CARD_EXPIRED;
      case SOCIAL_CARD -> FlowFault.SOCIAL_CARD_EXPIRED;
      case CODE -> FlowFault.CODE_LAPSED;
    };
  }
}

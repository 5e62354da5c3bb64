package egov.kiosk.flow;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;

/** The two wordings: on the data, and separately on the face. */
final class ConsentStep {
  private final Tools tools;

  ConsentStep(Tools tools) {
    this.tools = tools;
  }

  /** Use of the data. A refusal forgets what was collected and shows the other ways. */
  void data(Session session, Action.Consent answer) throws DeskException {
    checkVersion(session, ConsentPurpose.DATA, answer.version());
    said(session, ConsentPurpose.DATA, answer.accept());
    if (answer.accept()) {
      give(session, ConsentPurpose.DATA, answer.version());
      tools.journey().next(session);
    } else {
      session.dossier().wipe();
      tools
          .journey()
          .problem(
              session,
              SessionState.CONSENT_REFUSED,
              FlowFault.CONSENT_REFUSED.problem(0, "back", "help", "end"));
    }
  }

  /** Use of the face. A refusal leads to the equal way. */
  void face(Session session, Action.FaceConsent answer) throws DeskException {
    checkVersion(session, ConsentPurpose.FACE, answer.version());
    said(session, ConsentPurpose.FACE, answer.accept());
    if (answer.accept()) {
      give(session, ConsentPurpose.FACE, answer.version());
      tools.journey().go(session, SessionState.CAMERA);
    } else {
      session.dossier().refuseFace();
      tools.journey().go(session, SessionState.ALTERNATIVE);
    }
  }

  private void said(Session session, ConsentPurpose purpose, boolean given) {
    tools.ports().audit().record(Records.consent(session, purpose, given));
  }

  private void give(Session session, ConsentPurpose purpose, String version) {
    session.dossier().give(new Consent(purpose, version, tools.clock().instant()));
  }

  private static void checkVersion(Session session, ConsentPurpose purpose, String version)
      throws DeskException {
    boolean shown =
        session.item().consent(purpose).map(text -> text.version().equals(version)).orElse(false);
    if (!shown) {
      throw new DeskException(Reason.WRONG_VERSION);
    }
  }
}

package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.Consent;
import egov.kiosk.domain.citizen.ConsentAnswer;
import egov.kiosk.domain.citizen.ConsentGiver;
import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.FlowFault;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import java.util.HexFormat;
import java.util.Optional;

/** The two wordings: on the data, and separately on the face. */
final class ConsentStep {
  private final Tools tools;

  ConsentStep(Tools tools) {
    this.tools = tools;
  }

  /** Use of the data. A refusal forgets what was collected and shows the other ways. */
  void data(Session session, Action.Consent answer) throws DeskException {
    ConsentText shown = shown(session, ConsentPurpose.DATA, answer.version());
    if (answer.accept()) {
      said(session, shown, ConsentAnswer.GIVEN);
      tools.journey().next(session);
      return;
    }
    if (session.dossier().gave(ConsentPurpose.DATA)) {
      tools.ports().audit().record(Records.withdrawn(session, ConsentPurpose.DATA));
    } else {
      said(session, shown, ConsentAnswer.REFUSED);
    }
    session.dossier().wipe();
    Problem problem = FlowFault.CONSENT_REFUSED.problem(0, "back", "help", "end");
    tools.journey().problem(session, SessionState.CONSENT_REFUSED, problem);
  }

  /** Use of the face. A refusal leads to the equal way, and so does taking it back. */
  void face(Session session, Action.FaceConsent answer) throws DeskException {
    ConsentText shown = shown(session, ConsentPurpose.FACE, answer.version());
    if (answer.accept()) {
      said(session, shown, ConsentAnswer.GIVEN);
      tools.journey().go(session, SessionState.CAMERA);
      return;
    }
    if (session.dossier().gave(ConsentPurpose.FACE)) {
      Withdrawal.ofFace(session, tools);
    } else {
      said(session, shown, ConsentAnswer.REFUSED);
    }
    tools.journey().go(session, SessionState.ALTERNATIVE);
  }

  /** Fetching what is known already. A refusal leads on by hand. */
  void retrieval(Session session, Action.RetrievalConsent answer) throws DeskException {
    ConsentText shown = shown(session, ConsentPurpose.RETRIEVAL, answer.version());
    said(session, shown, answer.accept() ? ConsentAnswer.GIVEN : ConsentAnswer.REFUSED);
    if (answer.accept()) {
      tools.journey().go(session, SessionState.RETRIEVING);
    } else {
      session.dossier().retrieved().settle();
      tools.journey().next(session);
    }
  }

  private void said(Session session, ConsentText shown, ConsentAnswer answer) {
    boolean given = answer == ConsentAnswer.GIVEN;
    tools.ports().audit().record(Records.consent(session, shown.purpose(), given));
    byte[] digest = tools.ports().digest().of(shown.shownBytes());
    session
        .dossier()
        .answer(
            new Consent(
                shown.purpose(),
                shown.version(),
                tools.clock().instant(),
                answer,
                session.dossier().guardianAgrees() ? ConsentGiver.GUARDIAN : ConsentGiver.HOLDER,
                Optional.of(HexFormat.of().formatHex(digest)),
                session.language()));
  }

  private static ConsentText shown(Session session, ConsentPurpose purpose, String version)
      throws DeskException {
    return session
        .item()
        .consent(purpose)
        .filter(text -> text.version().equals(version))
        .orElseThrow(() -> new DeskException(Reason.WRONG_VERSION));
  }
}

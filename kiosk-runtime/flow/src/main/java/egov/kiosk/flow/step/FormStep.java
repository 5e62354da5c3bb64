package egov.kiosk.flow.step;

import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormQuestion;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.session.Dossier;
import egov.kiosk.flow.session.Folder;
import egov.kiosk.flow.session.Route;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes answers: some of them while the citizen goes from question to question, then all. */
final class FormStep {
  private final Tools tools;

  FormStep(Tools tools) {
    this.tools = tools;
  }

  /** Answers arrived; refused ones change nothing. */
  void answer(Session session, Action.Form given) throws DeskException {
    List<FormQuestion> questions = session.item().questions();
    Dossier dossier = session.dossier();
    Map<String, String> all = new LinkedHashMap<>(dossier.answers());
    all.putAll(given.values());
    try {
      if (given.partial()) {
        FormData.checkPartial(questions, given.values());
      } else {
        FormData.of(questions, all, dossier.shown());
      }
    } catch (FormRejectedException e) {
      throw new DeskException(Reason.FORM_REJECTED, e.errors());
    }
    dossier.answers().putAll(given.values());
    if (!given.partial()) {
      tools
          .journey()
          .go(session, seen(session) ? SessionState.CONFIRM : Route.afterForm(session.item()));
    }
  }

  /** Whether the papers were there already: who mends an answer need not go through them again. */
  private static boolean seen(Session session) {
    Folder folder = session.dossier().folder();
    return folder.begun() && folder.complete(session.item(), session.dossier().retrieved());
  }
}

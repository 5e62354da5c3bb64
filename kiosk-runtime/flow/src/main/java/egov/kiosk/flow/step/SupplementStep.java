package egov.kiosk.flow.step;

import egov.kiosk.domain.inquiry.Wanted;
import egov.kiosk.domain.transaction.ItemProfile;
import egov.kiosk.domain.transaction.Material;
import egov.kiosk.domain.transaction.OfflineClass;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.ServiceItem;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.view.ResultViews;
import java.util.List;
import java.util.Optional;

/**
 * Brings papers that are missing from an earlier application (补正), at any kiosk. What is handed in
 * is a transaction like any other; the acceptance number in its form binds it to the first.
 */
final class SupplementStep {
  private static final int PAGES = 6;

  private final Tools tools;

  SupplementStep(Tools tools) {
    this.tools = tools;
  }

  /** From the answer to the papers it wants. */
  void begin(Session session, Action.Supplement press) throws DeskException {
    if (!ResultViews.wantsPapers(session, tools.ports())) {
      throw new DeskException(Reason.WRONG_STEP);
    }
    session.supplement(item(session.item(), session.acceptance().answer().wanted()));
    tools.journey().go(session, SessionState.MATERIALS);
  }

  /** The item as it is for papers alone: its form is filled in already. */
  private static ServiceItem item(ServiceItem asked, List<Wanted> wanted) {
    ItemProfile profile = asked.profile();
    return new ServiceItem(
        asked.code(),
        asked.version(),
        asked.name(),
        asked.nameEnglish(),
        asked.summary(),
        asked.answerIn(),
        OfflineClass.QUEUE_OK,
        asked.identityLevel(),
        asked.needs(),
        asked.consents(),
        asked.questions(),
        Optional.empty(),
        asked.urgent(),
        wanted.stream().map(SupplementStep::material).toList(),
        false,
        Optional.empty(),
        new ItemProfile(
                profile.verification(),
                profile.listing(),
                OutcomeKind.SLIP,
                Optional.empty(),
                profile.patience(),
                List.of(),
                profile.jurisdiction())
            .entered(profile.entries()));
  }

  private static Material material(Wanted paper) {
    return new Material(
        paper.id(),
        paper.label(),
        paper.label(),
        paper.hint(),
        true,
        PAGES,
        false,
        Optional.empty());
  }
}

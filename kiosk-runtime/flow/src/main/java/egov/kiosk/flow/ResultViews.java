package egov.kiosk.flow;

import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.flow.desk.SessionView;

/** Draws what the platform's books say. Stateless. */
final class ResultViews {
  private ResultViews() {}

  /** What the screen shows: sensitive values masked, but for the seconds they were asked for. */
  static SessionView.Result of(Session session, Ports ports) {
    Acceptance acceptance = session.acceptance();
    InquiryAnswer answer = acceptance.answer();
    return new SessionView.Result(
        answer.rows().stream().map(row -> row(row, session.revealed())).toList(),
        answer.asOf(),
        acceptance.slip(),
        acceptance.slipFault(),
        answer.rows().stream().anyMatch(InquiryAnswer.Row::sensitive),
        session.revealed(),
        answer.wanted().stream()
            .map(paper -> new SessionView.Result.Row(paper.label(), paper.hint()))
            .toList(),
        SupplementStep.possible(session, ports));
  }

  private static SessionView.Result.Row row(InquiryAnswer.Row row, boolean revealed) {
    boolean hidden = row.sensitive() && !revealed;
    return new SessionView.Result.Row(row.label(), hidden ? Masks.of(row.value()) : row.value());
  }
}

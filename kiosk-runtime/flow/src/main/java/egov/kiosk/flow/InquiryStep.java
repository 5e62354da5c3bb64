package egov.kiosk.flow;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.flow.desk.SessionView;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the platform's books while the citizen waits. When there is nobody to ask or no answer comes
 * in time, the question is handed in like any other request: nobody is sent away empty-handed.
 */
final class InquiryStep {
  private static final Logger LOG = LoggerFactory.getLogger(InquiryStep.class);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Tools tools;

  InquiryStep(Tools tools) {
    this.tools = tools;
  }

  /** Whether the item is a question and there is somebody to ask. */
  boolean possible(Session session) {
    return session.item().profile().outcome() == OutcomeKind.QUERY_RESULT
        && session.acceptance().envelope().isEmpty()
        && tools.ports().online()
        && tools.ports().inquiries().isPresent();
  }

  /** Asks, without the desk's lock; whether there is an answer now. */
  boolean answered(Session session, Transaction question) {
    Optional<Inquiries> books = tools.ports().inquiries();
    if (books.isEmpty()) {
      return false;
    }
    try {
      session.acceptance().answer(books.get().ask(question, LONGEST));
      tools.ports().audit().record(Records.inquired(session, AuditResult.DONE));
      return true;
    } catch (InquiryException e) {
      LOG.warn(
          "No answer for item {}: {}; it is handed in instead", question.item().code(), e.reason());
      tools.ports().audit().record(Records.inquired(session, AuditResult.FAILED));
      return false;
    }
  }

  /** What the screen shows. */
  static SessionView.Result view(Session session) {
    Acceptance acceptance = session.acceptance();
    InquiryAnswer answer = acceptance.answer();
    return new SessionView.Result(
        answer.rows().stream()
            .map(row -> new SessionView.Result.Row(row.label(), row.value()))
            .toList(),
        answer.asOf(),
        acceptance.slip(),
        acceptance.slipFault());
  }
}

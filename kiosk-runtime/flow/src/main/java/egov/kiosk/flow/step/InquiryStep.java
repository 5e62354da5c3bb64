package egov.kiosk.flow.step;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.inquiry.Asking;
import egov.kiosk.domain.inquiry.Inquiries;
import egov.kiosk.domain.inquiry.InquiryAnswer;
import egov.kiosk.domain.inquiry.InquiryException;
import egov.kiosk.domain.inquiry.Standing;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.OutcomeKind;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.Certificate;
import egov.kiosk.flow.session.FlowFault;
import egov.kiosk.flow.session.Session;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the platform's books while the citizen waits. When no answer comes in time the citizen is
 * told, and chooses: once more, to leave the question here and be told later, or to stop.
 */
final class InquiryStep {
  private static final Logger LOG = LoggerFactory.getLogger(InquiryStep.class);
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final Tools tools;

  InquiryStep(Tools tools) {
    this.tools = tools;
  }

  /** Whether the item is a question that is asked now, and not left here for later. */
  boolean asks(Session session) {
    return kind(session).isPresent()
        && session.acceptance().envelope().isEmpty()
        && !session.acceptance().leftHere()
        && tools.ports().inquiries().isPresent();
  }

  /** Asks, without the desk's lock; empty when there is an answer now. */
  Optional<Problem> ask(Session session, FormData form) {
    Asking asking = asking(session, form);
    if (asking.purpose() == Asking.Purpose.PROGRESS && nobodys(form.values().get("reference"))) {
      session.acceptance().answer(InquiryAnswer.NOTHING);
      return Optional.empty();
    }
    Optional<Inquiries> books = tools.ports().inquiries();
    if (books.isEmpty() || !tools.ports().online()) {
      return lastWord(session, asking, FlowFault.NO_LINE);
    }
    try {
      if (session.item().printedHere()) {
        certificate(session, asking, books.get());
      } else {
        session.acceptance().answer(books.get().ask(asking, LONGEST));
      }
      tools.ports().audit().record(Records.inquired(session, AuditResult.DONE));
      return Optional.empty();
    } catch (InquiryException e) {
      LOG.warn("No answer for item {}: {}", asking.itemCode(), e.reason());
      tools.ports().audit().record(Records.inquired(session, AuditResult.FAILED));
      return lastWord(session, asking, FlowFault.UNANSWERED);
    }
  }

  /** What it says is shown; its document is held to be printed. */
  private void certificate(Session session, Asking asking, Inquiries books)
      throws InquiryException {
    InquiryAnswer answer = books.ask(asking, LONGEST);
    Certificate fetched =
        new CertificateFetch(books, tools.ports().digest(), tools.ticker()).fetch(asking, answer);
    session.acceptance().answer(answer);
    session.acceptance().certificate(fetched);
  }

  /**
   * What the platform last told by itself is better than nothing. It is shown without whose and
   * what: nobody has checked here that the second number is the right one.
   */
  private Optional<Problem> lastWord(Session session, Asking asking, FlowFault fault) {
    Optional<Standing> last =
        asking.purpose() == Asking.Purpose.PROGRESS
            ? tools
                .ports()
                .standings()
                .flatMap(told -> told.last(asking.parameters().getOrDefault("reference", "")))
            : Optional.empty();
    if (last.isEmpty()) {
      return Optional.of(problem(session, fault));
    }
    session.acceptance().told(last.get());
    return Optional.empty();
  }

  /** Zeros and nothing are no number anybody was given; whatever else is odd no form lets in. */
  private static boolean nobodys(String reference) {
    return reference == null || reference.matches("[0-]*");
  }

  private static Problem problem(Session session, FlowFault fault) {
    List<String> actions = new ArrayList<>(List.of("submit"));
    if (mayBeLeftHere(session)) {
      actions.add("leave-here");
    }
    actions.addAll(List.of("help", "end"));
    return fault.problem(0, actions.toArray(String[]::new));
  }

  /** How far something is nobody wants to hear days later; any other question may wait. */
  static boolean mayBeLeftHere(Session session) {
    return session.item().profile().outcome() == OutcomeKind.QUERY_RESULT
        || session.item().printedHere();
  }

  private static Optional<Asking.Purpose> kind(Session session) {
    return switch (session.item().profile().outcome()) {
      case QUERY_RESULT -> Optional.of(Asking.Purpose.INQUIRY);
      case PROGRESS -> Optional.of(Asking.Purpose.PROGRESS);
      case CERTIFICATE ->
          session.item().printedHere() ? Optional.of(Asking.Purpose.INQUIRY) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Asking asking(Session session, FormData form) {
    Map<String, String> parameters = form.values();
    return new Asking(
        kind(session).orElseThrow(),
        session.item().code(),
        session.item().version(),
        session.dossier().citizen(),
        session.dossier().consents(),
        parameters);
  }
}

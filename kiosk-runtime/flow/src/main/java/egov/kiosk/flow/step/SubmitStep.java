package egov.kiosk.flow.step;

import egov.kiosk.domain.audit.AuditResult;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.fleet.AttachmentException;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.domain.transaction.FormData;
import egov.kiosk.domain.transaction.FormRejectedException;
import egov.kiosk.domain.transaction.Transaction;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.number.LocalNumbers;
import egov.kiosk.flow.number.NumbersUnavailableException;
import egov.kiosk.flow.session.Acceptance;
import egov.kiosk.flow.session.Dossier;
import egov.kiosk.flow.session.FlowFault;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.session.Submission;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands in: seal, then queue; queued is committed. Only then is the citizen told "accepted".
 *
 * <p>One session has one transaction id. Once its sealed bytes may have reached the queue they are
 * kept, and every further try brings exactly these bytes, which the queue knows to be the same: so
 * nothing is ever queued twice, even when the first try failed after the commit.
 */
public final class SubmitStep {
  private static final Logger LOG = LoggerFactory.getLogger(SubmitStep.class);

  private final Tools tools;
  private final LocalNumbers numbers;
  private final Enclosing enclosing;
  private final InquiryStep inquiry;

  public SubmitStep(Tools tools, LocalNumbers numbers) {
    this.tools = tools;
    this.numbers = numbers;
    this.enclosing = new Enclosing(tools);
    this.inquiry = new InquiryStep(tools);
  }

  /** Whether handing in can begin on this page. */
  public static boolean possible(Session session) {
    boolean stoodFor = !session.item().signed() || session.dossier().signature().isPresent();
    return switch (session.state()) {
      case CONFIRM -> !session.item().signed();
      case SIGN, SUBMIT_PROBLEM -> stoodFor;
      // Nobody could be asked; what was told before is shown, and the question may be put again.
      case RESULT -> session.acceptance().told() != null;
      default -> false;
    };
  }

  /** Begins; called under the desk's lock by the one caller that then calls {@link #finish}. */
  public Submission begin(Session session, Action.Submit press) {
    if (press.leaveHere() && InquiryStep.mayBeLeftHere(session)) {
      session.acceptance().leaveHere();
    }
    Submission submission = new Submission();
    session.acceptance().submission(submission);
    tools.journey().go(session, SessionState.SUBMITTING);
    return submission;
  }

  /**
   * Seals and queues, without the desk's lock: in this state nobody else changes the session, whose
   * fields this thread has seen under the lock in {@link #begin}.
   */
  public void finish(Session session, Submission submission) {
    Optional<Problem> problem = Optional.of(queueProblem());
    try {
      problem = commit(session);
    } finally {
      Optional<Problem> outcome = problem;
      tools.floor().change(session, () -> settle(session, outcome));
      submission.finish();
    }
  }

  private Optional<Problem> commit(Session session) {
    Acceptance acceptance = session.acceptance();
    Trail trail = tools.trail();
    try {
      if (inquiry.asks(session)) {
        return inquiry.ask(session, form(session));
      }
      if (acceptance.envelope().isEmpty()) {
        Transaction made = transaction(session);
        acceptance.envelope(
            trail.timed(made.id(), Room.KEYS, Work.SEAL, () -> tools.ports().sealer().seal(made)));
      }
      SignedEnvelope envelope = acceptance.envelope().get();
      if (Enclosing.any(session)) {
        trail.timed(
            envelope.id(),
            Room.QUEUE,
            Work.ATTACH,
            () -> {
              enclosing.attach(session);
              return true;
            });
      }
      trail.timed(
          envelope.id(), Room.QUEUE, Work.COMMIT, () -> tools.ports().outbox().append(envelope));
      LOG.info("Accepted {} for item {}", envelope.id(), envelope.itemCode());
      tools.ports().audit().record(Records.accepted(session, AuditResult.DONE));
      return Optional.empty();
    } catch (SealException e) {
      LOG.error("Not accepted, the transaction could not be sealed: {}", e.getMessage());
      return Optional.of(FlowFault.SEAL_UNAVAILABLE.problem(0, "submit", "help", "end"));
    } catch (AttachmentException e) {
      LOG.error("Not accepted, pictures could not be stored: {}", e.getMessage());
      // These bytes never came near the queue.
      acceptance.envelope(null);
      return Optional.of(queueProblem());
    } catch (OutboxException e) {
      LOG.error("Not accepted, the transaction could not be queued: {}", e.getMessage());
      if (!mayHaveBeenStored(e)) {
        acceptance.envelope(null);
      }
      return Optional.of(queueProblem());
    } catch (NumbersUnavailableException e) {
      LOG.error("Not accepted: {}", e.getMessage());
      return Optional.of(queueProblem());
    }
  }

  private static Problem queueProblem() {
    return FlowFault.QUEUE_UNAVAILABLE.problem(0, "submit", "help", "end");
  }

  /** A failing disk leaves it open whether the bytes are there; every other refusal is clean. */
  private static boolean mayHaveBeenStored(OutboxException e) {
    return e.reason() == OutboxException.Reason.IO || e.reason() == OutboxException.Reason.CONFLICT;
  }

  private Transaction transaction(Session session) throws NumbersUnavailableException {
    Acceptance acceptance = session.acceptance();
    Dossier dossier = session.dossier();
    if (acceptance.number().isEmpty()) {
      acceptance.number(numbers.next());
    }
    acceptance.acceptedAt(tools.clock().instant());
    return new Transaction(
        acceptance.transactionId(),
        tools.ports().sealer().kioskId(),
        acceptance.number().get(),
        acceptance.acceptedAt(),
        session.item(),
        dossier.citizen(),
        dossier.consents(),
        form(session),
        enclosing.bound(session));
  }

  private static FormData form(Session session) {
    try {
      return FormData.of(
          session.item().questions(), session.dossier().answers(), session.dossier().shown());
    } catch (FormRejectedException e) {
      throw new IllegalStateException("nobody reaches the last page with an unfinished form", e);
    }
  }

  private boolean settle(Session session, Optional<Problem> problem) {
    session.acceptance().submission(null);
    if (problem.isEmpty()) {
      session.dossier().overwritePictures();
      boolean answered = session.acceptance().answer() != null && !session.supplementing();
      tools.journey().go(session, answered ? SessionState.RESULT : SessionState.ACCEPTED);
    } else {
      tools.ports().audit().record(Records.accepted(session, AuditResult.FAILED));
      tools.journey().problem(session, SessionState.SUBMIT_PROBLEM, problem.get());
    }
    return true;
  }

  /** The platform's verified answer; it may even come before the accepted page is shown. */
  public boolean receipt(Session session, PlatformReceipt receipt) {
    Acceptance acceptance = session.acceptance();
    if (!receipt.messageId().equals(acceptance.transactionId())
        || receipt.acceptanceNumber().isEmpty()) {
      return false;
    }
    acceptance.officialNumber(receipt.acceptanceNumber().get());
    return true;
  }
}

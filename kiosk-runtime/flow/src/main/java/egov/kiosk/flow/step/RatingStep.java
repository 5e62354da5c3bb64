package egov.kiosk.flow.step;

import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.FieldError;
import egov.kiosk.domain.transaction.Rating;
import egov.kiosk.domain.transaction.RatingReason;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.desk.DeskException.Reason;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.Worker;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the voluntary rating (好差评); it is queued when that works and never holds anybody up. */
final class RatingStep {
  private static final Logger LOG = LoggerFactory.getLogger(RatingStep.class);
  private static final int HIGHEST = 5;

  private final Tools tools;

  RatingStep(Tools tools) {
    this.tools = tools;
  }

  /**
   * From the accepted page to the rating; a guide and an answer end here: there is no transaction.
   */
  void goOn(Session session, Action.Continue press) {
    if (session.state() == SessionState.GUIDE || session.state() == SessionState.RESULT) {
      tools.journey().leave(session);
    } else {
      tools.journey().go(session, SessionState.RATING);
    }
  }

  /** The citizen rated, or would rather not. */
  void rate(Session session, Action.Rate given) throws DeskException {
    if (given.level() < 0 || given.level() > HIGHEST) {
      throw new DeskException(
          Reason.FORM_REJECTED,
          List.of(new FieldError("level", FieldError.Code.NOT_A_CHOICE, HIGHEST)));
    }
    if (given.level() > 0) {
      Instant now = tools.clock().instant();
      Rating rating =
          new Rating(
              TransactionId.create(now),
              tools.ports().sealer().kioskId(),
              session.acceptance().transactionId(),
              session.item().code(),
              given.level(),
              now);
      // Before the reason is asked for: it counts, whatever happens to the next page.
      tools.worker().start(new Queueing(() -> tools.ports().sealer().seal(rating)));
    }
    if (given.level() > 0 && given.level() <= RatingReason.HIGHEST_LEVEL) {
      tools.journey().go(session, SessionState.RATING_REASON);
    } else {
      tools.journey().leave(session);
    }
  }

  /** The citizen said what was worst, or would rather not. */
  void reason(Session session, Action.RateReason given) {
    if (given.reason() != null) {
      Instant now = tools.clock().instant();
      RatingReason reason =
          new RatingReason(
              TransactionId.create(now),
              tools.ports().sealer().kioskId(),
              session.acceptance().transactionId(),
              session.item().code(),
              given.reason(),
              now);
      tools.worker().start(new Queueing(() -> tools.ports().sealer().seal(reason)));
    }
    tools.journey().leave(session);
  }

  /** Seals, on the worker's thread. */
  private interface Sealing {
    SignedEnvelope seal() throws SealException;
  }

  /** Seals and queues one rating, or its reason. */
  private final class Queueing implements Worker.Work {
    private final Sealing sealing;

    Queueing(Sealing sealing) {
      this.sealing = sealing;
    }

    @Override
    public void run() {
      try {
        tools.ports().outbox().append(sealing.seal());
      } catch (SealException | OutboxException e) {
        LOG.warn("A rating was lost, nothing else: {}", e.getMessage());
      }
    }

    @Override
    public void failed() {
      // It was logged; a rating is not worth more.
    }
  }
}

package egov.kiosk.flow;

import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the card. Reading starts by itself and goes on until a card is there or the page is left.
 */
final class CardStep {
  private static final Logger LOG = LoggerFactory.getLogger(CardStep.class);

  private final Tools tools;

  CardStep(Tools tools) {
    this.tools = tools;
  }

  /** The page to place the card was entered. */
  void begin(Session session) {
    session.awaitCard();
    listen(session);
  }

  /** Goes on waiting when the last command to the reader is over. */
  void beat(Session session) {
    if (session.errand() == null) {
      listen(session);
    }
  }

  /** The citizen placed the card anew. */
  void retry(Session session, Action.CardRetry retry) {
    tools.journey().go(session, SessionState.PLACE_CARD);
  }

  private void listen(Session session) {
    Optional<IdCardReader> reader = tools.ports().reader();
    if (reader.isEmpty()) {
      fault(session, FaultCode.NO_DEVICE);
    } else {
      new Reading(session, reader.get()).begin(tools.worker());
    }
  }

  private void read(Session session, CardRead read) {
    session.sawCard();
    LocalDate today = LocalDate.ofInstant(tools.clock().instant(), tools.settings().get().zone());
    boolean expired = read.card().expiredOn(today);
    session.cardWasRead(read, expired);
    if (expired) {
      read.card().close();
      problem(session, FlowFault.CARD_EXPIRED.problem(0, "card-retry", "help", "end"));
    } else if (!session.item().profile().ages().admit(read.card().birthDate(), today)) {
      read.card().close();
      problem(session, FlowFault.AGE_OUTSIDE.problem(0, "card-retry", "end", "help"));
    } else {
      boolean child = read.card().needsGuardianAt(tools.clock().instant());
      session.dossier().card(read.card(), child);
      tools.journey().next(session);
    }
  }

  private void fault(Session session, FaultCode fault) {
    switch (fault) {
      case NO_CARD, BUSY -> {
        // Nothing to tell: the next beat asks the reader again until the session is idle.
      }
      case CARD_UNREADABLE, CARD_MOVED, NOT_AN_ID_CARD -> badRead(session, fault);
      case CARD_DATA_INVALID -> {
        session.sawCard();
        problem(session, FlowFault.device(fault, 0, List.of("help", "card-retry", "end")));
      }
      default -> {
        LOG.warn(
            "Card reader: {} ({}), a technician must look at it; citizens cannot use their cards",
            fault,
            fault.code());
        problem(session, FlowFault.device(fault, 0, List.of("help", "card-retry", "end")));
      }
    }
  }

  private void badRead(Session session, FaultCode fault) {
    session.sawCard();
    session.cardFailed();
    int left = Math.max(0, tools.settings().get().cardTries() - session.cardFailures());
    List<String> actions =
        left > 0 ? List.of("card-retry", "help", "end") : List.of("help", "card-retry", "end");
    problem(session, FlowFault.device(fault, left, actions));
  }

  private void problem(Session session, Problem problem) {
    tools.journey().problem(session, SessionState.CARD_PROBLEM, problem);
  }

  /** One command to the reader. */
  private final class Reading extends Errand {
    private final IdCardReader reader;

    Reading(Session session, IdCardReader reader) {
      super(session, tools.floor());
      this.reader = reader;
    }

    @Override
    public void run() throws InterruptedException {
      try {
        CardRead read = reader.read(tools.settings().get().cardWait());
        if (!done(() -> CardStep.this.read(session(), read))) {
          read.card().close();
        }
      } catch (DeviceException e) {
        done(() -> fault(session(), e.fault()));
      }
    }

    @Override
    public void failed() {
      done(() -> fault(session(), FaultCode.PROTOCOL_ERROR));
    }
  }
}

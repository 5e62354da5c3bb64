package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.citizen.SocialCard;
import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.domain.trace.Ended;
import egov.kiosk.domain.trace.Room;
import egov.kiosk.domain.trace.Work;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.desk.EntryView.WayState;
import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.EntryState;
import egov.kiosk.flow.session.FlowFault;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.EntryWays;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the card, of whichever kind the item takes and this kiosk can read. Reading starts by
 * itself and goes on until a card is there or the page is left.
 */
final class CardStep {
  private static final Logger LOG = LoggerFactory.getLogger(CardStep.class);

  private final Tools tools;
  private final Entrance entrance;

  CardStep(Tools tools, Entrance entrance) {
    this.tools = tools;
    this.entrance = entrance;
  }

  /** The page to place the card was entered. */
  void begin(Session session) {
    session.awaitCard();
    session.entry().anew();
    look(session);
    listen(session);
  }

  /**
   * Goes on waiting when the last command to the reader is over; devices come and go.
   *
   * @return whether there is something new to show
   */
  boolean beat(Session session) {
    boolean news = look(session);
    if (session.errand() == null) {
      listen(session);
    }
    return news;
  }

  /** The citizen shows a card anew. */
  void retry(Session session, Action.CardRetry retry) {
    tools.journey().go(session, SessionState.PLACE_CARD);
  }

  private boolean look(Session session) {
    EntryState entry = session.entry();
    entry.readers(EntryWays.readers(tools.ports()));
    return entry.ways(EntryWays.of(session.item(), entry.faults(), tools.ports()));
  }

  private void listen(Session session) {
    Optional<IdCardReader> reader = tools.ports().reader().filter(any -> idCards(session));
    Optional<SocialCardReader> slot =
        tools.ports().socialCardReader().filter(any -> ready(session, CredentialKind.SOCIAL_CARD));
    if (reader.isPresent() || slot.isPresent()) {
      new CardListening(session, tools, this, reader, slot).begin(tools.worker());
    } else if (!EntryWays.ready(session.entry().ways())) {
      fault(session, CredentialKind.ID_CARD, FaultCode.NO_DEVICE);
    }
  }

  /** The only way is tried whatever its reader says of itself: its answer says what is wrong. */
  private static boolean idCards(Session session) {
    return session.entry().ways().size() == 1 || ready(session, CredentialKind.ID_CARD);
  }

  private static boolean ready(Session session, CredentialKind kind) {
    return session.entry().ways().stream()
        .anyMatch(way -> way.kind() == kind && way.state() == WayState.READY);
  }

  /** An identity card was read. */
  void read(Session session, CardRead read) {
    session.entry().saw(CredentialKind.ID_CARD);
    TransactionId id = session.acceptance().transactionId();
    tools.trail().over(id, Room.CARD_READER, Work.READ_CARD, read.elapsed(), Ended.DONE);
    session.cardWasRead(read, read.card().expiredOn(entrance.today()));
    entrance.enter(session, read.card());
  }

  /** A social security card was read. */
  void read(Session session, SocialCard card) {
    session.entry().saw(CredentialKind.SOCIAL_CARD);
    session.cardWasRead(card.expiredOn(entrance.today()));
    entrance.enter(session, card);
  }

  /** A device could not. */
  void fault(Session session, CredentialKind kind, FaultCode fault) {
    switch (fault) {
      case NO_CARD, BUSY -> {
        // Nothing to tell: the next beat asks the reader again until the session is idle.
      }
      case CARD_UNREADABLE, CARD_MOVED, NOT_AN_ID_CARD, CARD_NOT_SUPPORTED ->
          badRead(session, kind, fault);
      case CARD_DATA_INVALID -> {
        session.entry().saw(kind);
        problem(session, kind, fault, 0, List.of("help", "card-retry", "end"));
      }
      case NO_DEVICE -> failed(session, kind, fault);
      default -> {
        // Whatever the reader cannot say, a card may be what silenced it.
        session.entry().saw(kind);
        failed(session, kind, fault);
      }
    }
  }

  /** While another way works the citizen is told on the page, and stays there. */
  private void failed(Session session, CredentialKind kind, FaultCode fault) {
    LOG.warn(
        "Reader for {}: {} ({}), a technician must look at it; citizens cannot use it",
        kind,
        fault,
        fault.code());
    if (session.entry().ways().size() > 1) {
      session.entry().fault(kind, fault);
      look(session);
    }
    if (session.entry().ways().size() == 1 || !EntryWays.ready(session.entry().ways())) {
      problem(session, kind, fault, 0, List.of("help", "card-retry", "end"));
    }
  }

  private void badRead(Session session, CredentialKind kind, FaultCode fault) {
    session.entry().saw(kind);
    session.cardFailed();
    int left = Math.max(0, tools.settings().get().cardTries() - session.cardFailures());
    List<String> actions =
        left > 0 ? List.of("card-retry", "help", "end") : List.of("help", "card-retry", "end");
    problem(session, kind, fault, left, actions);
  }

  private void problem(
      Session session, CredentialKind kind, FaultCode fault, int left, List<String> actions) {
    List<String> offered = new ArrayList<>(actions);
    if (ready(session, CredentialKind.CODE)) {
      offered.add(1, "use-code");
    }
    Problem problem =
        kind == CredentialKind.ID_CARD
            ? FlowFault.device(fault, left, offered)
            : FlowFault.socialCard(fault, left, offered);
    tools.journey().problem(session, SessionState.CARD_PROBLEM, problem);
  }
}

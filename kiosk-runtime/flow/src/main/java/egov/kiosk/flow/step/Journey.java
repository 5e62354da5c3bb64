package egov.kiosk.flow.step;

import egov.kiosk.flow.desk.Problem;
import egov.kiosk.flow.session.Route;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** Takes a session from page to page: calls work back on leaving, begins it on entering. */
public final class Journey {
  private final Map<SessionState, Consumer<Session>> entering = new EnumMap<>(SessionState.class);
  private final Trail trail;
  private Consumer<Session> parting = session -> {};

  public Journey(Trail trail) {
    this.trail = trail;
  }

  Trail trail() {
    return trail;
  }

  /** What begins whenever a session enters a state. */
  void onEntering(SessionState state, Consumer<Session> begin) {
    entering.put(state, begin);
  }

  /** What is done with a session that ends, while it still knows whose it is. */
  public void onParting(Consumer<Session> last) {
    parting = last;
  }

  /** Begins what belongs to the state a fresh session is in. */
  public void begin(Session session) {
    trail.entered();
    entering.getOrDefault(session.state(), any -> {}).accept(session);
  }

  void go(Session session, SessionState next) {
    session.cancelErrand();
    trail.left(session, next);
    session.moveTo(next);
    begin(session);
  }

  /** On to the first page that still has something to do. */
  void next(Session session) {
    go(session, Route.next(session.item(), session.dossier()));
  }

  void problem(Session session, SessionState state, Problem problem) {
    go(session, state);
    session.problem(problem);
  }

  /** One page back, or out. */
  void back(Session session) {
    if (session.supplementing() && session.state() == SessionState.MATERIALS) {
      session.supplementNoMore();
      go(session, SessionState.RESULT);
      return;
    }
    SessionState before = Route.before(session.state(), session.item(), session.dossier());
    if (before == SessionState.ENDED) {
      leave(session);
    } else {
      go(session, before);
    }
  }

  /** Ends it: personal data goes first, then the readers are asked whether a card is left. */
  void leave(Session session) {
    parting.accept(session);
    SessionState next =
        session.entry().toAsk().isEmpty() ? SessionState.ENDED : SessionState.TAKE_CARD;
    trail.left(session, next);
    session.wipe();
    go(session, next);
  }
}

package egov.kiosk.flow.step;

import egov.kiosk.flow.desk.MaterialsView;
import egov.kiosk.flow.desk.SessionView.SlipState;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a second brings to the open session. */
public final class Beat {
  private static final Logger LOG = LoggerFactory.getLogger(Beat.class);

  /** How long masked values stand plain once asked for. */
  private static final int SECONDS_PLAIN = 5;

  private final Tools tools;
  private final Steps steps;
  private final ExchangeWatch exchanges;
  private int shownPlain;

  public Beat(Tools tools, Steps steps) {
    this.tools = tools;
    this.steps = steps;
    this.exchanges = new ExchangeWatch(tools.ports());
  }

  /**
   * One beat, under the desk's lock.
   *
   * @return whether the screen has to be told
   */
  public boolean on(Session session) {
    SessionState before = session.state();
    if (before == SessionState.TAKE_CARD) {
      steps.takeCard.beat(session);
      return session.state() != before;
    }
    if (exchanges.during(session)) {
      LOG.warn("A device was exchanged while a citizen was there: wiping, a technician must look");
      tools.journey().leave(session);
      return true;
    }
    if (deviceAtWork(session)) {
      session.idle().waiting();
      return false;
    }
    if (tools.bell().holds(session.id())) {
      // Who waits for somebody to come is not sent away; a call never waits for ever.
      session.idle().waiting();
    }
    if (session.idle().over(tools.settings().get().idle().forItem(session.item()), before.page())) {
      LOG.info("Nobody is at the kiosk any more, page {}: wiping", before.page().word());
      tools.journey().leave(session);
      return true;
    }
    if (session.revealed()) {
      shownPlain++;
      if (shownPlain >= SECONDS_PLAIN) {
        shownPlain = 0;
        session.revealed(false);
        return true;
      }
    } else {
      shownPlain = 0;
    }
    if (before == SessionState.PLACE_CARD && steps.card.beat(session)) {
      return true;
    }
    if (before == SessionState.SHOW_CODE) {
      steps.code.beat(session);
    }
    if (before == SessionState.FORM && steps.scan.beat(session)) {
      return true;
    }
    if (before == SessionState.MATERIALS) {
      MaterialsView.CameraState seen = session.documents();
      steps.material.beat(session);
      return session.documents() != seen;
    }
    return session.state() != before;
  }

  /** While citizens wait for a machine, their own time stands still. */
  private static boolean deviceAtWork(Session session) {
    return session.state() == SessionState.LOOKING
        || session.state() == SessionState.RETRIEVING
        || session.state() == SessionState.REDEEMING
        || session.state() == SessionState.SUBMITTING
        || session.acceptance().slip() == SlipState.PRINTING
        || session.acceptance().copy().state() == SlipState.PRINTING;
  }
}

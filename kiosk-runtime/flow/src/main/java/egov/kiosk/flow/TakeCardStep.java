package egov.kiosk.flow;

import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.flow.desk.Action;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until no card lies on the reader any more. The session's personal data is gone before this
 * begins. A reader that cannot tell does not hold the kiosk for ever.
 */
final class TakeCardStep {
  private static final Logger LOG = LoggerFactory.getLogger(TakeCardStep.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration ASK = Duration.ofSeconds(2);

  private final Tools tools;

  TakeCardStep(Tools tools) {
    this.tools = tools;
  }

  /** The last page was entered. */
  void begin(Session session) {
    session.cardWatch(new CardWatch(tools.ticker().elapsed()));
    ask(session);
  }

  /** Asks the reader again, and staff for help when it takes too long. */
  void beat(Session session) {
    CardWatch watch = session.cardWatch();
    Duration now = tools.ticker().elapsed();
    if (watch.lasted(now).compareTo(tools.settings().get().cardLeft()) >= 0) {
      if (!watch.answered()) {
        LOG.warn("The card reader cannot tell whether a card was left behind; staff please look");
        end(session);
        return;
      }
      if (watch.warnOnce()) {
        LOG.warn(
            "A card is still on the reader {} after the end; staff please keep it safe",
            tools.settings().get().cardLeft());
      }
    }
    if (session.errand() == null && watch.silentFor(PAUSE, now)) {
      ask(session);
    }
  }

  /** The citizen says so; believed only when the reader cannot tell. */
  void taken(Session session, Action.CardTaken said) {
    if (!session.cardWatch().answered()) {
      end(session);
    } else if (session.errand() == null) {
      ask(session);
    }
  }

  private void ask(Session session) {
    CardWatch watch = session.cardWatch();
    watch.asked(tools.ticker().elapsed());
    Optional<IdCardReader> reader = tools.ports().reader();
    if (reader.isEmpty()) {
      watch.answered(false);
    } else {
      new Asking(session, reader.get()).begin(tools.worker());
    }
  }

  private void heard(Session session, boolean present) {
    session.cardWatch().answered(true);
    if (!present) {
      end(session);
    }
  }

  private void end(Session session) {
    tools.journey().go(session, SessionState.ENDED);
  }

  /** One question to the reader. */
  private final class Asking extends Errand {
    private final IdCardReader reader;

    Asking(Session session, IdCardReader reader) {
      super(session, tools.floor());
      this.reader = reader;
    }

    @Override
    public void run() throws InterruptedException {
      try {
        boolean present = reader.cardPresent(ASK);
        done(() -> heard(session(), present));
      } catch (DeviceException e) {
        done(() -> session().cardWatch().answered(false));
      }
    }

    @Override
    public void failed() {
      done(() -> session().cardWatch().answered(false));
    }
  }
}

package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.CredentialKind;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.flow.desk.Action;
import egov.kiosk.flow.session.CardWatch;
import egov.kiosk.flow.session.EntryState;
import egov.kiosk.flow.session.Errand;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits until no card lies on the reader or is in the slot any more, wherever one was seen or could
 * have been put. The session's personal data is gone before this begins. A reader that cannot tell
 * does not hold the kiosk for ever, nor at all when it saw no card.
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
            "A card is still on the reader {} after the end; staff are called to keep it safe",
            tools.settings().get().cardLeft());
        tools.bell().cardLeft(session.id(), session.item().code(), session.page().word());
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
    session.cardWatch().asked(tools.ticker().elapsed());
    EntryState entry = session.entry();
    new Asking(session, entry.toAsk(), entry.seen()).begin(tools.worker());
  }

  private void heard(Session session, Set<CredentialKind> present, boolean allTold) {
    session.cardWatch().answered(allTold || !present.isEmpty());
    if (!present.isEmpty()) {
      present.forEach(session.entry()::saw);
      session.entry().left(present.iterator().next());
    } else if (allTold) {
      end(session);
    }
  }

  private void end(Session session) {
    tools.journey().go(session, SessionState.ENDED);
  }

  /** One question to each reader that may hold a card. */
  private final class Asking extends Errand {
    private final Set<CredentialKind> asked;
    private final Set<CredentialKind> seen;

    Asking(Session session, Set<CredentialKind> asked, Set<CredentialKind> seen) {
      super(session, tools.floor());
      this.asked = asked;
      this.seen = seen;
    }

    @Override
    public void run() throws InterruptedException {
      Set<CredentialKind> present = EnumSet.noneOf(CredentialKind.class);
      boolean all = true;
      for (CredentialKind kind : asked) {
        try {
          if (present(kind)) {
            present.add(kind);
          }
        } catch (DeviceException e) {
          all &= e.fault() != FaultCode.BUSY && !seen.contains(kind);
        }
      }
      boolean allTold = all;
      done(() -> heard(session(), present, allTold));
    }

    private boolean present(CredentialKind kind) throws DeviceException, InterruptedException {
      return switch (kind) {
        case ID_CARD -> tools.ports().reader().orElseThrow(this::gone).cardPresent(ASK);
        case SOCIAL_CARD ->
            tools.ports().socialCardReader().orElseThrow(this::gone).cardPresent(ASK);
        case CODE -> false;
      };
    }

    private DeviceException gone() {
      return new DeviceException(FaultCode.NO_DEVICE, "reader", "it is gone, and so is its word");
    }

    @Override
    public void failed() {
      done(() -> session().cardWatch().answered(false));
    }
  }
}

package egov.kiosk.flow.step;

import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.SlipKeeper;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.Worker;
import egov.kiosk.flow.view.SlipText;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the slip to the platform as a sealed file (电子回执) when the citizen leaves: then the number
 * on it is the last that was shown, and nobody waits for the seal. Paper or not, the citizen finds
 * it there under the number. The file is Chinese, whatever the page was in: offices keep it. Where
 * none can be made, nothing else changes.
 */
public final class SlipCopy {
  private static final Logger LOG = LoggerFactory.getLogger(SlipCopy.class);
  private static final Set<SessionState> ACCEPTED =
      EnumSet.of(SessionState.ACCEPTED, SessionState.RATING, SessionState.RATING_REASON);

  private final Tools tools;

  /** The last fault that was logged; guarded by the worker's one thread. */
  private DocumentException.Fault said;

  public SlipCopy(Tools tools) {
    this.tools = tools;
  }

  /** The session is about to be wiped; called under the desk's lock. */
  public void parting(Session session) {
    Optional<SlipKeeper> keeper = tools.ports().slips();
    if (keeper.isEmpty() || !ACCEPTED.contains(session.state())) {
      return;
    }
    Slip slip = new SlipText(tools.settings().get(), ShownLanguage.ZH).receipt(session);
    TransactionId id = session.acceptance().transactionId();
    tools.worker().start(new Keeping(keeper.get(), id, slip, tools.clock().instant()));
  }

  /** It runs to its end although the citizen has left. */
  private final class Keeping implements Worker.Work {
    private final SlipKeeper keeper;
    private final TransactionId id;
    private final Slip slip;
    private final Instant at;

    Keeping(SlipKeeper keeper, TransactionId id, Slip slip, Instant at) {
      this.keeper = keeper;
      this.id = id;
      this.slip = slip;
      this.at = at;
    }

    @Override
    public void run() {
      try {
        keeper.keep(id, slip, at);
        said = null;
      } catch (DocumentException e) {
        if (e.fault() != said) {
          said = e.fault();
          LOG.warn(
              "A slip was not sealed as a file; paper and transaction are fine: {}",
              e.getMessage());
        }
      }
    }

    @Override
    public void failed() {
      LOG.warn("Slip of {} was not sealed as a file; paper and transaction are fine", id);
    }
  }
}

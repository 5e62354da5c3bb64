package egov.kiosk.flow;

import egov.kiosk.domain.device.PageOutline;
import egov.kiosk.flow.desk.DeskException;
import egov.kiosk.flow.session.Session;
import egov.kiosk.flow.session.SessionState;
import egov.kiosk.flow.surroundings.Lens;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The pictures a screen may see: what a camera shows now, and the pages that were kept. */
final class Sights {
  private static final Set<SessionState> LOOKED_AT =
      EnumSet.of(SessionState.MATERIALS, SessionState.CONFIRM);

  private final OpenSession open;

  Sights(OpenSession open) {
    this.open = open;
  }

  Optional<byte[]> preview(String sessionId) throws DeskException {
    return lens(sessionId).flatMap(Lens::preview);
  }

  Optional<PageOutline> outline(String sessionId) throws DeskException {
    return lens(sessionId).flatMap(Lens::outline);
  }

  Optional<byte[]> page(String sessionId, String key) throws DeskException {
    open.lock();
    try {
      Session session = open.byId(sessionId);
      return LOOKED_AT.contains(session.state())
          ? session.dossier().folder().find(key).map(shot -> shot.page().jpeg())
          : Optional.empty();
    } finally {
      open.unlock();
    }
  }

  /** A picture is asked for outside the lock: a camera may take its time. */
  private Optional<Lens> lens(String sessionId) throws DeskException {
    open.lock();
    try {
      return open.byId(sessionId).errand() instanceof Lens lens
          ? Optional.of(lens)
          : Optional.empty();
    } finally {
      open.unlock();
    }
  }
}

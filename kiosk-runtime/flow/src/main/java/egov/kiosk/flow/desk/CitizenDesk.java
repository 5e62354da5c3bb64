package egov.kiosk.flow.desk;

import java.util.List;
import java.util.Optional;

/**
 * The desk one kiosk has: at most one citizen's session at a time. Calls answer quickly (device
 * work goes on in its own threads and shows in later views), except {@link Action.Submit}, which
 * returns only after the commit point. Safe for several threads.
 */
public interface CitizenDesk {
  /** The machine now. */
  KioskView kiosk();

  /** All items, each with whether it can be started now. */
  List<ItemView> items();

  /** Begins a session for an item. */
  SessionView begin(String itemCode) throws DeskException;

  /** The session as it is. */
  SessionView view(String sessionId) throws DeskException;

  /** The open session, if there is one: what a reloaded screen shows. */
  Optional<SessionView> current();

  /**
   * Does something in a session.
   *
   * @return the session afterwards; empty when it has ended
   */
  Optional<SessionView> act(String sessionId, Action action) throws DeskException;

  /** The live picture as a JPEG, only while the session is on the camera page. */
  Optional<byte[]> preview(String sessionId) throws DeskException;

  /**
   * Tells a listener of every change from now on.
   *
   * @return closes to stop telling
   */
  Listening listen(DeskListener listener);

  /** A listener's registration. */
  interface Listening extends AutoCloseable {
    @Override
    void close();
  }
}

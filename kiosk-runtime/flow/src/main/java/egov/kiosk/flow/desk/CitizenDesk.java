package egov.kiosk.flow.desk;

import egov.kiosk.domain.citizen.ShownLanguage;
import egov.kiosk.domain.device.PageOutline;
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

  /** The citizen reads the session's pages in this language from now on. */
  default void shownIn(String sessionId, ShownLanguage language) throws DeskException {}

  /** The live picture as a JPEG, only while the session is on a page with a camera. */
  Optional<byte[]> preview(String sessionId) throws DeskException;

  /** Where a paper lies in the live picture; empty when none is seen. */
  default Optional<PageOutline> outline(String sessionId) throws DeskException {
    return Optional.empty();
  }

  /**
   * A photographed page as a JPEG, as long as it is kept.
   *
   * @param key what the session's view calls it
   */
  default Optional<byte[]> page(String sessionId, String key) throws DeskException {
    return Optional.empty();
  }

  /** The call for help, with a session or without. */
  HelpDesk help();

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

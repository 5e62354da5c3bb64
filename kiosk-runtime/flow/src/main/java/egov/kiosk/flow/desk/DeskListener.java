package egov.kiosk.flow.desk;

import java.util.Optional;

/** Told of every change a screen shows. Called on the desk's threads: returns quickly. */
public interface DeskListener {
  /** The session changed; empty when there is none any more and the screen goes to attract. */
  void sessionChanged(Optional<SessionView> view);

  /** Network, a device or the item list changed. */
  void kioskChanged(KioskView view);
}

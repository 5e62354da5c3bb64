package egov.kiosk.domain.outbox;

/** Told when the way to the platform opens or closes. */
public interface ConnectivityListener {
  /** Called on the thread that noticed; must return quickly and not throw. */
  void connectivityChanged(boolean online);
}

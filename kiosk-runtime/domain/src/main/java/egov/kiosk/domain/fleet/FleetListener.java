package egov.kiosk.domain.fleet;

/** Told what comes down from the platform. Registered as a service by the room that acts on it. */
public interface FleetListener {
  /**
   * Something came down. Nothing about it was checked. Called on the line's thread; must return
   * quickly and not throw.
   *
   * @param payload the bytes as received, not shared with anybody
   */
  void received(DownChannel channel, byte[] payload);
}

package egov.kiosk.domain.update;

/**
 * The updates of this kiosk's program (升级). A service where the program lies in slots. Safe for use
 * by several threads; no call waits.
 */
public interface Updates {
  /** How things stand, a few seconds old at most. */
  UpdateView view();

  /** Asks the update server soon instead of at its next turn; does nothing without a server. */
  void askNow();
}

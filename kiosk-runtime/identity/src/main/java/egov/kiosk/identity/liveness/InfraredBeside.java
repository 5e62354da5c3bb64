package egov.kiosk.identity.liveness;

import java.util.function.Consumer;

/** Shows a signal what an infrared camera saw at the time of a visible picture. */
public interface InfraredBeside {
  /**
   * Looks, and tells at once; tells nobody when there is no infrared picture of that time.
   *
   * @param nanos when the look saw the visible picture
   */
  void look(long nanos, Consumer<InfraredView> then);

  /** Whether the infrared stream is frozen, repeated or exchanged. */
  boolean dead();
}

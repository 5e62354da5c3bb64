package egov.kiosk.watch;

/** A part of the kiosk that can be started again: a bundle. */
public interface Part {
  /** Which; no two parts have the same name. */
  String name();

  /**
   * Stops and starts it; may hang as long as what it stops does.
   *
   * @return whether it was done
   */
  boolean restart();
}

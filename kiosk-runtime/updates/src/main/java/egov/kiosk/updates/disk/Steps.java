package egov.kiosk.updates.disk;

/**
 * Told of every step that changes what a power cut would leave, right after it was made. Whoever
 * listens may end the process there; the room itself only listens for nobody.
 */
@FunctionalInterface
public interface Steps {
  /** Nobody listens. */
  Steps NONE = step -> {};

  /** A step was made. */
  void made(String step);
}

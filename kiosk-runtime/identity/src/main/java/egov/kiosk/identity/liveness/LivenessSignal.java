package egov.kiosk.identity.liveness;

/**
 * One way to tell a living person from a presentation of one. Sees faces in the order they were
 * taken; keeps numbers only, never pixels. One look, one thread.
 */
public interface LivenessSignal {
  /** A short name for technicians, e.g. {@code LIGHT}. */
  String code();

  /** Looks at the next usable face. */
  void see(Observation seen);

  /** What it says of all faces so far. */
  Sign sign();
}

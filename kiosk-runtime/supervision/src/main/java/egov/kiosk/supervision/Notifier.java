package egov.kiosk.supervision;

/** A supervisor that wants to be told. */
interface Notifier extends AutoCloseable {
  /**
   * Tells it something; never waits. What could not be told is logged, not thrown: no supervisor is
   * a reason to stop serving.
   *
   * @param state lines of {@code NAME=VALUE}, e.g. {@code READY=1}
   */
  void tell(String state);

  @Override
  void close();
}

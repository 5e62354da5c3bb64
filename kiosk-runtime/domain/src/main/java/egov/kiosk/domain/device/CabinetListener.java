package egov.kiosk.domain.device;

/** Told what happens to the cabinet. Registered as a service by whoever wants to know. */
public interface CabinetListener {
  /**
   * What happened. Called once for each event, in order, on the cabinet's own thread: returns at
   * once and throws nothing. What was the case before somebody listened is told as well: an open
   * door, a lost mains.
   */
  void happened(CabinetEvent event);
}

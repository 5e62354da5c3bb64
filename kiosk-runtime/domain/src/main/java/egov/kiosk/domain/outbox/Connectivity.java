package egov.kiosk.domain.outbox;

/** Whether the platform can be reached now, as far as this kiosk knows. Never blocks. */
public interface Connectivity {
  boolean online();
}

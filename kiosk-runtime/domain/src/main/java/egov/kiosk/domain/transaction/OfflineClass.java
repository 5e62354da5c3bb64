package egov.kiosk.domain.transaction;

/** What a service item can still do while the network is down. */
public enum OfflineClass {
  /** Needs the platform while the citizen waits; hidden while the network is down. */
  ONLINE_ONLY,
  /** Accepted at once and sent when the network is back; the citizen gets a provisional number. */
  QUEUE_OK,
  /** Done wholly on this machine; nothing is sent. */
  LOCAL
}

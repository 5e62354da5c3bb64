package egov.kiosk.attachments.send;

/** What chunks do while what is sent costs money (流量计费). */
public enum WhenMetered {
  /** They go slowly, under a cap of their own. */
  CAPPED,
  /** They wait until it does not. */
  OFF
}

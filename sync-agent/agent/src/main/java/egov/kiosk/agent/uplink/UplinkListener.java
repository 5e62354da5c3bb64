package egov.kiosk.agent.uplink;

/**
 * What an uplink tells the agent. Calls come on the uplink's threads, one after the other; they
 * return quickly and never throw.
 */
public interface UplinkListener {
  /** The platform's broker accepted the connection and the subscription to receipts stands. */
  void connected();

  /**
   * The connection ended, or an attempt to make one failed.
   *
   * @param reason why, in the uplink's own few words for a technician; never text of the peer
   */
  void disconnected(String reason);

  /**
   * Something came down that claims to be a platform receipt. Nothing about it was checked.
   *
   * @param message the bytes as received; the listener owns the array from now on
   */
  void receipt(byte[] message);
}

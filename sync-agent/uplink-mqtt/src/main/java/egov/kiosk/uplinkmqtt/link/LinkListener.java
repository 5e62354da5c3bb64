package egov.kiosk.uplinkmqtt.link;

/**
 * Told what happens on a link: every call comes on the link's one thread, one after the other.
 * Implementations return quickly and do not throw.
 */
public interface LinkListener {
  /** The connection is up, every subscription is granted. */
  void connected(ServerLimits limits);

  /**
   * The connection is gone, or a try to make one failed; the link tries again by itself. Every
   * message that waited for its acknowledgement was failed before.
   *
   * @param reason for a technician, in our own words
   */
  void disconnected(String reason);

  /**
   * A message came, while the connection was up. It is acknowledged now or later, on any thread.
   */
  void received(InboundMessage message);
}

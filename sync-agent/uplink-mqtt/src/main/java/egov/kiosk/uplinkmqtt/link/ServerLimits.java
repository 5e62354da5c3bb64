package egov.kiosk.uplinkmqtt.link;

/**
 * What this connection may be loaded with.
 *
 * @param window messages that may wait for an acknowledgement: the smaller of our own window and
 *     the broker's receive maximum (MQTT 5 §3.2.2.3.3)
 * @param maximumPacketSize bytes of the largest packet the broker takes (§3.2.2.3.6); {@link
 *     Integer#MAX_VALUE} when it sets none
 */
public record ServerLimits(int window, int maximumPacketSize) {
  public ServerLimits {
    if (window < 1 || maximumPacketSize < 1) {
      throw new IllegalArgumentException("limits are at least 1");
    }
  }
}

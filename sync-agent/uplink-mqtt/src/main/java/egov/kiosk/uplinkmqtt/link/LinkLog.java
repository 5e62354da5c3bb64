package egov.kiosk.uplinkmqtt.link;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line for each trouble of a link, not one for each try. Owned by the link's thread. */
final class LinkLog {
  private static final Logger LOG = LoggerFactory.getLogger(MqttLink.class);

  private static final int SUSPICIOUS = 3;

  private final BrokerAddress broker;
  private String lastTrouble = "";
  private int shortLived;

  LinkLog(BrokerAddress broker) {
    this.broker = broker;
  }

  void connected(ServerLimits limits) {
    lastTrouble = "";
    LOG.info("Connected to {} with window {}", broker, limits.window());
  }

  void failed(String trouble) {
    if (!trouble.equals(lastTrouble)) {
      lastTrouble = trouble;
      LOG.warn("No connection to {}: {}; trying again by itself", broker, trouble);
    }
  }

  void stalled() {
    LOG.warn("Connection to {} is up but carries nothing; making it anew", broker);
  }

  void crowded() {
    LOG.warn("{} sends more at once than was agreed; making the connection anew", broker);
  }

  /**
   * A connection ended.
   *
   * @param code what the broker said, success when it said nothing
   * @param steady whether it had lasted
   * @param contested whether another client with our id was seen before
   * @return why, for a technician
   */
  String lost(ReasonCode code, boolean steady, boolean contested) {
    boolean takenOver = code.equals(ReasonCode.SESSION_TAKEN_OVER);
    shortLived = steady ? 0 : shortLived + 1;
    if (takenOver) {
      if (!contested) {
        LOG.error(
            "Another client connects to {} with this kiosk's id ({}); find it: a copied key or"
                + " configuration. Trying again at growing intervals",
            broker,
            code);
      }
      return "another client has this id";
    }
    // Brokers of the old protocol, and mosquitto 2.0 in the new one, do not say that it is one.
    if (shortLived == SUSPICIOUS) {
      LOG.error(
          "Connections to {} end soon, again and again; perhaps another client has this kiosk's"
              + " id. Trying again at growing intervals",
          broker);
    } else if (shortLived < SUSPICIOUS && !contested) {
      LOG.warn("Connection to {} lost ({}); trying again by itself", broker, code);
    }
    return shortLived < SUSPICIOUS
        ? "connection lost"
        : "connections end soon; perhaps another client has this id";
  }
}

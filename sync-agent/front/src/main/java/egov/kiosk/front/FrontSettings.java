package egov.kiosk.front;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;

/**
 * What a front may take and how long things may last.
 *
 * @param listen where kiosks connect
 * @param brokerPort the broker's plain port on this machine
 * @param connections most connections at a time; one more is closed at once
 * @param handshakes most handshakes at a time, so that strangers cannot take every place
 * @param handshake how long one may take
 * @param stall how long a write may take before both sides are closed
 * @param identity whether the MQTT client id must be the common name of the client's certificate
 */
public record FrontSettings(
    InetSocketAddress listen,
    int brokerPort,
    int connections,
    int handshakes,
    Duration handshake,
    Duration stall,
    boolean identity) {
  public FrontSettings {
    Objects.requireNonNull(listen, "listen");
    require(brokerPort >= 1 && brokerPort <= 65_535, "a broker's port is 1 to 65535");
    require(connections >= 1 && connections <= 10_000, "connections are 1 to 10000");
    require(handshakes >= 1 && handshakes <= connections, "handshakes are 1 to connections");
    require(handshake.toMillis() >= 1, "a handshake takes some time");
    require(stall.toMillis() >= 1, "a write takes some time");
  }

  /** 1,000 connections, 64 handshakes of 10 s, writes of a minute, identities checked. */
  public static FrontSettings of(InetSocketAddress listen, int brokerPort) {
    return new FrontSettings(
        listen, brokerPort, 1000, 64, Duration.ofSeconds(10), Duration.ofMinutes(1), true);
  }

  /** The same with other limits. */
  public FrontSettings limited(int most, int shaking, Duration shake, Duration stalled) {
    return new FrontSettings(listen, brokerPort, most, shaking, shake, stalled, identity);
  }

  /** The same for clients whose id is not their certificate's name. */
  public FrontSettings withAnyIdentity() {
    return new FrontSettings(listen, brokerPort, connections, handshakes, handshake, stall, false);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}

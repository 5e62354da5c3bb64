package egov.kiosk.uplinkmqtt.link;

import egov.kiosk.tls.ServerName;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Where the broker is: {@code tcp://host:port} or {@code ssl://host:port}. A host may be a name, an
 * IPv4 address or an IPv6 address in brackets. Plain {@code tcp} is for this machine only: its host
 * must be a loopback address or {@code localhost}, because everything else needs TLS.
 *
 * @param host name or address; IPv6 in brackets
 * @param port 1 to 65535
 * @param tls whether the connection is encrypted
 */
public record BrokerAddress(String host, int port, boolean tls) {
  private static final Set<String> SCHEMES = Set.of("tcp", "ssl");

  public BrokerAddress {
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("a broker has a host and a port of 1 to 65535");
    }
    if (tls) {
      ServerName.of(host);
    } else if (!isLoopback(host)) {
      throw new IllegalArgumentException(
          "plain tcp is allowed to this machine only (127.0.0.1 or [::1]); use ssl:// for any other"
              + " broker");
    }
  }

  /**
   * Reads an address.
   *
   * @param uri {@code tcp://host:port} or {@code ssl://host:port}, nothing behind the port
   * @throws IllegalArgumentException saying what is wrong and what is allowed
   */
  public static BrokerAddress parse(String uri) {
    URI parsed;
    try {
      parsed = new URI(uri);
    } catch (URISyntaxException e) {
      throw malformed();
    }
    String scheme = String.valueOf(parsed.getScheme()).toLowerCase(Locale.ROOT);
    if (!SCHEMES.contains(scheme)
        || parsed.getHost() == null
        || parsed.getPort() == -1
        || parsed.getUserInfo() != null
        || !parsed.getRawPath().isEmpty()
        || parsed.getRawQuery() != null
        || parsed.getRawFragment() != null) {
      throw malformed();
    }
    return new BrokerAddress(parsed.getHost(), parsed.getPort(), scheme.equals("ssl"));
  }

  /** The same for a library that is given its sockets, and needs not know what they do. */
  String socketUri() {
    return "tcp://" + host + ":" + port;
  }

  /** The address as it is written in a configuration. */
  public String uri() {
    return (tls ? "ssl" : "tcp") + "://" + host + ":" + port;
  }

  @Override
  public String toString() {
    return uri();
  }

  /** Literals are judged without a name service; of names only {@code localhost} is taken. */
  private static boolean isLoopback(String host) {
    if (host.equalsIgnoreCase("localhost")) {
      return true;
    }
    if (!host.startsWith("[") && !host.matches("[0-9.]+")) {
      return false;
    }
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException(
        "a broker is written tcp://host:port or ssl://host:port, an IPv6 address in brackets");
  }
}

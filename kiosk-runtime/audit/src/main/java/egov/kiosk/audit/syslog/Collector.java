package egov.kiosk.audit.syslog;

import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.ServerName;
import java.time.Duration;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The operator's collector (日志平台).
 *
 * @param host whom its certificate must name
 * @param security how the line is secured, with which files
 * @param patience how long connecting, the handshake and writing may take, each
 */
public record Collector(ServerName host, int port, LineSettings security, Duration patience) {
  private static final Pattern ADDRESS = Pattern.compile("(.{1,255}):([1-9][0-9]{0,4})");

  public Collector {
    Objects.requireNonNull(host, "host");
    Objects.requireNonNull(security, "security");
    Objects.requireNonNull(patience, "patience");
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("a port is 1 to 65535");
    }
  }

  /**
   * @param address {@code host:port}
   * @throws IllegalArgumentException when it is not
   */
  public static Collector of(String address, LineSettings security, Duration patience) {
    Matcher parts = ADDRESS.matcher(address);
    if (!parts.matches()) {
      throw new IllegalArgumentException("audit-syslog: collector is written host:port");
    }
    return new Collector(
        ServerName.of(parts.group(1)), Integer.parseInt(parts.group(2)), security, patience);
  }
}

package egov.kiosk.link;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * Where a device is, as a technician writes it: {@code tcp://127.0.0.1:9100}, {@code
 * tcp://[::1]:9100} or {@code serial:/dev/kiosk/printer@115200}. Nothing is ever searched for: a
 * device that must be guessed can be a foreign one.
 */
public sealed interface LinkAddress {
  /** An opener for this place; opens nothing yet. */
  LinkOpener opener();

  /**
   * A TCP server.
   *
   * @param host a name or a literal IPv4 or IPv6 address, without brackets
   * @param port 1 to 65535
   */
  record Tcp(String host, int port) implements LinkAddress {
    public Tcp {
      if (host.isBlank() || port < 1 || port > 65_535) {
        throw new IllegalArgumentException("tcp://HOST:PORT needs a host and a port 1..65535");
      }
    }

    @Override
    public LinkOpener opener() {
      return timeout -> TcpLink.open(this, timeout);
    }

    @Override
    public String toString() {
      return "tcp://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
  }

  /**
   * A serial line with 8 data bits, no parity, 1 stop bit and no flow control.
   *
   * @param path the absolute device path, best a name that udev gives by port or serial number
   * @param baud one of {@link #BAUDS}
   */
  record Serial(String path, int baud) implements LinkAddress {
    /** The speeds a module or printer can be set to. */
    public static final Set<Integer> BAUDS = Set.of(9_600, 19_200, 38_400, 57_600, 115_200);

    public Serial {
      if (!path.startsWith("/") || path.indexOf('\0') >= 0) {
        throw new IllegalArgumentException("a serial port is an absolute device path");
      }
      if (!BAUDS.contains(baud)) {
        throw new IllegalArgumentException(
            "baud must be 9600, 19200, 38400, 57600 or 115200, not " + baud);
      }
    }

    @Override
    public LinkOpener opener() {
      return timeout -> SerialLink.open(this);
    }

    @Override
    public String toString() {
      return "serial:" + path + "@" + baud;
    }
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException when the text is none; the message says what was expected
   */
  static LinkAddress parse(String text) {
    try {
      if (text.startsWith("serial:")) {
        int at = text.lastIndexOf('@');
        if (at > 0) {
          return new Serial(
              text.substring("serial:".length(), at), Integer.parseInt(text.substring(at + 1)));
        }
      } else if (text.startsWith("tcp://")) {
        URI uri = new URI(text);
        if (uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawUserInfo() == null) {
          return new Tcp(uri.getHost().replaceAll("[\\[\\]]", ""), uri.getPort());
        }
      }
    } catch (URISyntaxException | NumberFormatException e) {
      // falls to the one message below
    }
    throw new IllegalArgumentException(
        "an address is tcp://HOST:PORT or serial:/dev/NAME@BAUD, such as tcp://127.0.0.1:9100");
  }
}

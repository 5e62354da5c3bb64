package egov.kiosk.link;

import egov.kiosk.domain.device.DeviceIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a device is, as a technician writes it: {@code tcp://127.0.0.1:9100}, {@code
 * tcp://[::1]:9100} or {@code serial:/dev/kiosk/printer@115200}. Nothing is ever searched for: a
 * device that must be guessed can be a foreign one.
 */
public sealed interface LinkAddress {
  /** An opener for this place; opens nothing yet. */
  LinkOpener opener();

  /** Whether nothing is plugged in at this place, as far as that is told without opening it. */
  default boolean empty() {
    return false;
  }

  /**
   * Who the kernel says is at this place now, without opening it; {@link DeviceIdentity#UNTOLD}
   * when it says nothing.
   */
  default DeviceIdentity identity() {
    return DeviceIdentity.UNTOLD;
  }

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
      return LinkOpener.recordable(timeout -> TcpLink.open(this, timeout));
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
      return LinkOpener.recordable(timeout -> SerialLink.open(this));
    }

    @Override
    public boolean empty() {
      return !Files.exists(Path.of(path));
    }

    @Override
    public DeviceIdentity identity() {
      return new UsbIdentity().of(Path.of(path));
    }

    @Override
    public String toString() {
      return "serial:" + path + "@" + baud;
    }
  }

  /**
   * A serial adapter on USB, found by its own serial number at whatever socket it is plugged in.
   *
   * @param number the adapter's serial number, as udev writes it into /dev/serial/by-id
   * @param baud one of {@link Serial#BAUDS}
   */
  record UsbSerial(String number, int baud) implements LinkAddress {
    static final Path BY_ID = Path.of("/dev/serial/by-id");

    public UsbSerial {
      if (!number.matches("[A-Za-z0-9.-]{1,64}") || !Serial.BAUDS.contains(baud)) {
        throw new IllegalArgumentException(
            "usb-serial:NUMBER@BAUD needs a serial number and a baud");
      }
    }

    @Override
    public LinkOpener opener() {
      return LinkOpener.recordable(timeout -> SerialLink.open(at(BY_ID)));
    }

    @Override
    public boolean empty() {
      try {
        return at(BY_ID).empty();
      } catch (LinkException e) {
        return e.fault() == LinkFault.NOT_THERE;
      }
    }

    @Override
    public DeviceIdentity identity() {
      try {
        return at(BY_ID).identity();
      } catch (LinkException e) {
        return DeviceIdentity.UNTOLD;
      }
    }

    /** Where it is now; the names are {@code usb-MAKER_MODEL_NUMBER-ifNN...}. */
    Serial at(Path folder) throws LinkException {
      String mark = "_" + number + "-if";
      try (Stream<Path> names = Files.list(folder)) {
        List<Path> found =
            names.filter(one -> one.getFileName().toString().contains(mark)).toList();
        if (found.size() == 1) {
          return new Serial(found.get(0).toString(), baud);
        }
        if (found.size() > 1) {
          throw new LinkException(
              LinkFault.CANNOT_OPEN, this + " is there more than once; give the path instead");
        }
      } catch (IOException e) {
        // The folder goes with the last adapter.
      }
      throw new LinkException(
          LinkFault.NOT_THERE, this + " is not there; plug the device in or correct the number");
    }

    @Override
    public String toString() {
      return "usb-serial:" + number + "@" + baud;
    }
  }

  /**
   * A device with bulk pipes on USB.
   *
   * @param vendor its vendor id, 0 to 65535
   * @param product its product id, 0 to 65535
   * @param serial its serial number; empty takes the first of the model
   * @param pipes endpoint addresses: out and in, or two out and two in
   */
  record Usb(int vendor, int product, String serial, List<Integer> pipes) implements LinkAddress {
    /** The pipes of a card reader's security module: header and rest, out and in. */
    public static final List<Integer> FOUR = List.of(0x02, 0x06, 0x81, 0x85);

    public Usb {
      pipes = List.copyOf(pipes);
      boolean shape = pipes.size() == 2 || pipes.size() == 4;
      for (int i = 0; shape && i < pipes.size(); i++) {
        boolean in = i >= pipes.size() / 2;
        shape = pipes.get(i) > 0 && pipes.get(i) < 0x90 && (pipes.get(i) >= 0x80) == in;
      }
      if (!shape || !serial.matches("[!-~]{0,64}") || (vendor | product) >> 16 != 0) {
        throw new IllegalArgumentException("usb:VENDOR:PRODUCT[:SERIAL]/4 or /OUT-IN, all in hex");
      }
    }

    @Override
    public LinkOpener opener() {
      return LinkOpener.recordable(timeout -> UsbLink.open(LibUsb.SYSTEM, this));
    }

    static Usb read(String text) {
      Matcher form = FORM.matcher(text);
      if (!form.matches()) {
        throw new NumberFormatException("no USB address");
      }
      List<Integer> pipes =
          form.group(4).equals("4")
              ? FOUR
              : Stream.of(form.group(4).split("-")).map(one -> Integer.parseInt(one, 16)).toList();
      return new Usb(
          Integer.parseInt(form.group(1), 16),
          Integer.parseInt(form.group(2), 16),
          form.group(3) == null ? "" : form.group(3),
          pipes);
    }

    private static final Pattern FORM =
        Pattern.compile(
            "usb:([0-9A-Fa-f]{4}):([0-9A-Fa-f]{4})(?::([!-.0-~]{1,64}))?"
                + "/(4|[0-9A-Fa-f]{2}-[0-9A-Fa-f]{2})");

    @Override
    public String toString() {
      return String.format("usb:%04x:%04x", vendor, product);
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
      } else if (text.startsWith("usb-serial:") && text.contains("@")) {
        int at = text.lastIndexOf('@');
        return new UsbSerial(
            text.substring("usb-serial:".length(), at), Integer.parseInt(text.substring(at + 1)));
      } else if (text.startsWith("usb:")) {
        return Usb.read(text);
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

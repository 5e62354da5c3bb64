package egov.kiosk.front;

import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.national.NationalAcceptor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/**
 * A front as a process:
 *
 * <pre>
 * java ... egov.kiosk.front.Main --listen HOST:PORT --broker-port PORT --trust FILE
 *   --certificate FILE --key FILE [--revoked FILE] [--connections N]
 *   [--identity client|any]
 * </pre>
 *
 * <p>{@code --identity client}, the default, refuses whoever uses an MQTT client id that is not the
 * common name in its certificate. Prints {@code ready port=PORT}; the end of its input ends it.
 * Logs go to standard error.
 */
public final class Main {
  private Main() {}

  /** The command line. */
  public static void main(String[] words) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "front-logback.xml");
    }
    int exit = 0;
    try (Front front = start(arguments(words))) {
      System.out.println("ready port=" + front.port());
      while (System.in.read() >= 0) {
        continue;
      }
    } catch (IllegalArgumentException | IOException e) {
      System.err.println(e.getMessage());
      exit = 1;
    }
    System.exit(exit);
  }

  private static Front start(Map<String, String> arguments) throws IOException {
    LineSettings lines =
        LineSettings.of(LineSettings.NATIONAL)
            .trusting(Path.of(one(arguments, "--trust")))
            .showing(Path.of(one(arguments, "--certificate")), Path.of(one(arguments, "--key")));
    if (arguments.containsKey("--revoked")) {
      lines = lines.refusing(Path.of(arguments.get("--revoked")));
    }
    FrontSettings settings =
        FrontSettings.of(
            address(one(arguments, "--listen")),
            number("--broker-port", one(arguments, "--broker-port"), 1, 65_535));
    int most = number("--connections", arguments.getOrDefault("--connections", "1000"), 1, 10_000);
    settings =
        settings.limited(
            most, Math.min(most, settings.handshakes()), settings.handshake(), settings.stall());
    String identity = arguments.getOrDefault("--identity", "client");
    if (!identity.equals("client") && !identity.equals("any")) {
      throw new IllegalArgumentException("--identity is client or any");
    }
    return Front.start(
        identity.equals("any") ? settings.withAnyIdentity() : settings,
        new NationalAcceptor(lines, InstantSource.system(), System::nanoTime, new SecureRandom()));
  }

  private static Map<String, String> arguments(String[] words) {
    Map<String, String> arguments = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      if (!words[i].matches("--[a-z-]+")
          || i + 1 == words.length
          || arguments.put(words[i], words[i + 1]) != null) {
        throw new IllegalArgumentException("arguments come as --name value, each once");
      }
    }
    return arguments;
  }

  private static String one(Map<String, String> arguments, String name) {
    String value = arguments.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is needed");
    }
    return value;
  }

  private static InetSocketAddress address(String text) {
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("--listen is written HOST:PORT");
    }
    return new InetSocketAddress(
        text.substring(0, colon), number("--listen", text.substring(colon + 1), 0, 65_535));
  }

  private static int number(String name, String text, int least, int most) {
    if (text.matches("[0-9]{1,6}")) {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    }
    throw new IllegalArgumentException(name + " has a number of " + least + " to " + most);
  }
}

package egov.kiosk.platform;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.gateway.Arguments;
import egov.kiosk.platform.upload.UploadDoor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * The platform as a process: {@code java ... Main --dir DIR --port N --pki DIR [--uploads PORT]},
 * the last for photos from telephones. Prints {@code ready port=N}, then answers the commands
 * {@code broker stop}, {@code broker start}, {@code stats} and {@code find <id>}, and those of
 * {@link egov.kiosk.gateway.orders.OrderConsole}; the end of its input ends it. Logs go to standard
 * error.
 */
public final class Main {
  private Main() {}

  /** The command line. */
  public static void main(String[] words) {
    if (System.getProperty("logback.configurationFile") == null) {
      System.setProperty("logback.configurationFile", "platform-logback.xml");
    }
    int exit = 0;
    try {
      Arguments arguments = Arguments.parse(words);
      run(arguments);
    } catch (IllegalArgumentException | IOException | CryptoException e) {
      System.err.println(e.getMessage());
      exit = 1;
    }
    System.exit(exit);
  }

  private static void run(Arguments arguments) throws IOException, CryptoException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (Platform platform =
        Platform.start(
            arguments.path("--dir"),
            arguments.port("--port"),
            arguments.path("--pki"),
            Clock.systemUTC(),
            new SecureRandom())) {
      if (arguments.maybe("--uploads").isPresent()) {
        try (UploadDoor door = UploadDoor.open(arguments.port("--uploads"), platform.handovers())) {
          new Console(platform, out).run(in);
        }
      } else {
        new Console(platform, out).run(in);
      }
    }
  }
}

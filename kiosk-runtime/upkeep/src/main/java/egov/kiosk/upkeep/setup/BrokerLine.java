package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.file.WholeFile;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the platform's broker is, and the word it lets this kiosk in with. The user is the kiosk's
 * id. The password goes into its file (mode 0600) and comes out of nothing here again.
 */
final class BrokerLine {
  private static final String LABEL = "[0-9A-Za-z](?:[0-9A-Za-z-]{0,61}[0-9A-Za-z])?";
  private static final String HOST =
      "(?:(?=.{1,200}:)" + LABEL + "(?:\\." + LABEL + ")*|\\[[0-9a-fA-F:]{2,45}\\])";
  private static final String PORT =
      "(?:[1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])";

  /** Plain lines go to this machine alone. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:ssl://" + HOST + "|tcp://(?:127\\.0\\.0\\.1|localhost|\\[::1\\])):" + PORT);

  private static final Pattern PASSWORD = Pattern.compile("[!-~]{0,128}");
  private static final int MOST = 1024;

  private final Ports ports;

  BrokerLine(Ports ports) {
    this.ports = ports;
  }

  String address() {
    return ports.setting("uplink.brokerUri");
  }

  boolean hasPassword() {
    return file().map(Files::isRegularFile).orElse(false);
  }

  private Optional<Path> file() {
    String name = ports.setting("uplink.passwordFile");
    return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
  }

  /** Takes an address without its scheme too: plain to this machine itself, secured to others. */
  void set(String typed, String password) throws SetupException {
    String address = typed.contains("://") ? typed : (isHere(typed) ? "tcp://" : "ssl://") + typed;
    if (!ADDRESS.matcher(address).matches()) {
      throw new SetupException(Reason.BAD_ANSWER, "broker");
    }
    if (!PASSWORD.matcher(password).matches()) {
      throw new SetupException(Reason.BAD_ANSWER, "password");
    }
    try {
      if (!password.isEmpty()) {
        Path file = file().orElseThrow(() -> new SetupException(Reason.BAD_ANSWER, "passwordFile"));
        new WholeFile(file, MOST).write((password + "\n").getBytes(StandardCharsets.UTF_8));
      }
      ports.put("uplink", "brokerUri", address);
    } catch (IOException e) {
      throw new SetupException(Reason.NOT_KEPT, "");
    }
  }

  private static boolean isHere(String typed) {
    return typed.startsWith("127.0.0.1:")
        || typed.startsWith("localhost:")
        || typed.startsWith("[::1]:");
  }

  /**
   * Has the line made anew with what was just set; what came of it says its check. The one there
   * was before proves nothing, whatever it says of itself.
   */
  void renew(Duration timeout) {
    ports.line().ifPresent(line -> line.renew(address(), timeout));
  }
}

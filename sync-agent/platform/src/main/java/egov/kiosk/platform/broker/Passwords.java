package egov.kiosk.platform.broker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The logins: a kiosk's password is the first line of {@code <kiosk id>.password}; the platform's
 * own is drawn at every start and kept nowhere.
 */
public final class Passwords {
  private static final int BYTES = 24;

  private final Path directory;
  private final String platform;

  /**
   * @param directory where the kiosks' password files are
   */
  public Passwords(Path directory, SecureRandom random) {
    this.directory = Objects.requireNonNull(directory, "directory");
    platform = draw(random);
  }

  /** A fresh password. */
  public static String draw(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /** The receiver's password. */
  public String platform() {
    return platform;
  }

  boolean match(String user, String password) {
    if (user == null || password == null) {
      return false;
    }
    if (user.equals(Access.PLATFORM)) {
      return same(platform, password);
    }
    if (!Access.isKiosk(user)) {
      return false;
    }
    try {
      String expected =
          Files.readString(directory.resolve(user + ".password")).lines().findFirst().orElse("");
      return !expected.isEmpty() && same(expected, password);
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}

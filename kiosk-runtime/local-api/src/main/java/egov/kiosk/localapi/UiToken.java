package egov.kiosk.localapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * The secret that tells a program of the kiosk's owner, or its technician's, from any other. Fresh
 * at every start, 256 bits, in a file only its owner can read; never in a log, a URL or a command
 * line.
 */
final class UiToken {
  /** The file of what may do all that a screen does. No page carries this one. */
  static final String SCREEN = "ui.token";

  /** The technician's file. No page carries this one. */
  static final String TECHNICIAN = "technician.token";

  private final String value;

  private UiToken(String value) {
    this.value = value;
  }

  /**
   * Makes a token and writes it to a file in the directory, which is made owner-only when it does
   * not exist.
   */
  static UiToken create(Path directory, String file) throws IOException {
    UiToken token = new UiToken(secret());
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(
          directory,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Path fresh = Files.createTempFile(directory, "ui", ".token");
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    Files.write(fresh, token.value.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.WRITE);
    Files.move(
        fresh,
        directory.resolve(file),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
    return token;
  }

  /** 256 bits nobody can guess, as hexadecimal digits. */
  static String secret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  String value() {
    return value;
  }

  @Override
  public String toString() {
    return "UiToken";
  }
}

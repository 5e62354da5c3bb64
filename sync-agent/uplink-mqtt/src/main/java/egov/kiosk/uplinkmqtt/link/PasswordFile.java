package egov.kiosk.uplinkmqtt.link;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * A login whose password is the first line of a file that only its owner may touch (mode 0600 or
 * less).
 *
 * @param userName the name
 * @param file the file
 */
public record PasswordFile(String userName, Path file) implements CredentialSource {
  private static final int LARGEST = 1024;
  private static final Set<PosixFilePermission> OWNER =
      PosixFilePermissions.fromString("rw-------");

  public PasswordFile {
    Objects.requireNonNull(userName, "userName");
    Objects.requireNonNull(file, "file");
  }

  @Override
  public Credentials read() throws IOException {
    byte[] bytes;
    try {
      Set<PosixFilePermission> others = EnumSet.noneOf(PosixFilePermission.class);
      others.addAll(Files.getPosixFilePermissions(file));
      others.removeAll(OWNER);
      if (!others.isEmpty()) {
        throw new PasswordFileException(
            "password file " + file + " is open to others; run chmod 600 on it");
      }
      if (Files.size(file) > LARGEST) {
        throw new PasswordFileException("password file " + file + " is longer than one line");
      }
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new PasswordFileException("there is no password file " + file);
    }
    String password = text(bytes).lines().findFirst().orElse("");
    if (password.isEmpty()) {
      throw new PasswordFileException("password file " + file + " is empty");
    }
    return new Credentials(userName, password.getBytes(StandardCharsets.UTF_8));
  }

  private String text(byte[] bytes) throws IOException {
    try {
      CharBuffer decoded = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return decoded.toString();
    } catch (CharacterCodingException e) {
      throw new PasswordFileException("password file " + file + " is not text in UTF-8");
    }
  }
}

package egov.kiosk.crypto.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Thirty-two random bytes that never leave this kiosk, in a file of mode 0600 made on first use.
 * Losing them costs little, so nothing here ever keeps the kiosk from its work: what is lost,
 * damaged or readable by others is replaced, with one line in the log.
 */
public final class LocalSecret {
  private static final Logger LOG = LoggerFactory.getLogger(LocalSecret.class);
  private static final int BYTES = 32;

  private final Path file;
  private final SecureRandom random;

  /**
   * @param file where the secret is kept; its directory exists
   * @param random the system's generator
   */
  public LocalSecret(Path file, SecureRandom random) {
    this.file = Objects.requireNonNull(file, "file");
    this.random = Objects.requireNonNull(random, "random");
  }

  /** The secret, 32 bytes; a fresh one when there was no sound one. */
  public byte[] open() {
    try {
      byte[] found = Files.readAllBytes(file);
      if (found.length == BYTES && ownersOnly()) {
        return found;
      }
      LOG.warn("The local secret {} is damaged or open to others: it is made anew", file);
    } catch (NoSuchFileException e) {
      LOG.info("There is no local secret {} yet: it is made now", file);
    } catch (IOException e) {
      LOG.warn("The local secret {} cannot be read: it is made anew", file);
    }
    return create();
  }

  private boolean ownersOnly() throws IOException {
    return Files.getPosixFilePermissions(file).equals(PosixFilePermissions.fromString("rw-------"));
  }

  private byte[] create() {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    try {
      PrivateFile.replace(file, secret);
    } catch (IOException e) {
      LOG.warn("The local secret {} cannot be kept and will be another at the next start", file);
    }
    return secret;
  }
}

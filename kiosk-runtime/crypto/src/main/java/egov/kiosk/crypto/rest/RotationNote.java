package egov.kiosk.crypto.rest;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A note beside the data keys that asks for a new one: a running kiosk sees it within seconds,
 * another at its next start.
 */
public final class RotationNote {
  private static final String NAME = "rotate";

  private final Path file;

  /**
   * @param directory that of the data keys
   */
  public RotationNote(Path directory) {
    file = directory.resolve(NAME);
  }

  /** Leaves one. */
  public void leave() throws IOException {
    PrivateFile.replace(file, new byte[0]);
  }

  /** Whether one is there. */
  public boolean there() {
    return Files.exists(file);
  }

  /** Takes it away. */
  public void remove() throws CryptoException {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new CryptoException(
          CryptoFault.FILE_UNREADABLE, "the note " + file + " cannot be removed; look at the disk");
    }
  }
}

package egov.kiosk.integrity;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.message.SignedMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the signed list of an installation, at the release desk. */
public final class ProgramRelease {
  private ProgramRelease() {}

  /**
   * Lists what lies below a directory and signs it.
   *
   * @return how many files there are
   */
  public static int sign(Path home, SigningKey key)
      throws IOException, ProgramListException, CryptoException {
    ProgramList list = new Installed(home).list();
    byte[] bytes = list.bytes();
    Files.write(home.resolve(ProgramList.FILE_NAME), bytes);
    Files.write(
        home.resolve(ProgramList.SIGNATURE_NAME), SignedMessage.sign(key, bytes).contentInfo());
    return list.files().size();
  }
}

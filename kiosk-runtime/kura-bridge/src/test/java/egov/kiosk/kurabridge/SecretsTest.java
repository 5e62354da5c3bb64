package egov.kiosk.kurabridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is typed sealed arrives open, in its file, for its owner alone. */
class SecretsTest {
  private static final String NAME = "broker password";

  @TempDir Path temp;
  private final Secrets secrets = new Secrets();
  private int opened;
  private final CryptoService crypto =
      new CryptoService() {
        @Override
        public char[] encryptAes(char[] value) {
          return new StringBuilder(new String(value)).reverse().toString().toCharArray();
        }

        @Override
        public char[] decryptAes(char[] value) throws KuraException {
          opened++;
          if (value[0] == '!') {
            throw new KuraException();
          }
          return encryptAes(value);
        }
      };

  private Path file() {
    return temp.resolve("keys/broker.password");
  }

  @Test
  void sealed_isOpenedIntoTheOwnersFile_once() throws Exception {
    secrets.hand(NAME, "nepo", file(), crypto);
    secrets.hand(NAME, "nepo", file(), crypto);
    assertEquals("open", Files.readString(file()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    assertEquals(1, opened);
    secrets.hand(NAME, "钥密", file(), crypto);
    assertEquals("密钥", Files.readString(file()));
  }

  @Test
  void nothingTyped_leavesTheSitesOwnFile() throws Exception {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "the site's");
    secrets.hand(NAME, " ", file(), crypto);
    assertEquals("the site's", Files.readString(file()));
    assertEquals(0, opened);
  }

  @Test
  void anotherKey_leavesWhatWasThere_andIsTriedAgainOnlyWhenTypedAgain() throws Exception {
    secrets.hand(NAME, "!", file(), crypto);
    secrets.hand(NAME, "!", file(), crypto);
    assertFalse(Files.exists(file()));
    assertEquals(1, opened);
    secrets.hand(NAME, "a", file(), crypto);
    assertTrue(Files.exists(file()));
  }
}

package egov.kiosk.kurabridge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.eclipse.kura.KuraException;
import org.eclipse.kura.crypto.CryptoService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What is typed sealed arrives open, in its file, for its owner alone. */
class SecretsTest {
  private static final String NAME = "kura-bridge.brokerPassword";

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

  /** Bad input: a framework that was given another key after the secret was typed. */
  @Test
  void frameworkWithAnotherKey_saysPageAndSetting_keepsTheFile_andIsWellOnceTypedAgain()
      throws Exception {
    CryptoService before = new AesCrypto("the key before..");
    CryptoService now = new AesCrypto("the key of now..");
    String sealed = new String(before.encryptAes("open sesame".toCharArray()));
    Logger log = (Logger) LoggerFactory.getLogger(Secrets.class);
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    lines.start();
    log.addAppender(lines);
    SecretsCheck check = new SecretsCheck(secrets::unopened);
    try {
      secrets.hand(NAME, sealed, file(), now);
      assertEquals(Level.FAIL, check.check(Duration.ZERO).level());
      Files.createDirectories(file().getParent());
      Files.writeString(file(), "the site's");
      secrets.hand(NAME, sealed, file(), now);
    } finally {
      log.detachAppender(lines);
    }
    assertEquals(1, lines.list.size());
    String line = lines.list.get(0).getFormattedMessage();
    assertTrue(line.contains(NAME) && line.contains(file().toString()), line);
    assertFalse(line.contains(sealed) || line.contains("sesame"), line);
    Finding found = check.check(Duration.ZERO);
    assertEquals(Level.WARN, found.level());
    assertTrue(found.what().endsWith(": " + NAME), found.what());
    assertEquals("the site's", Files.readString(file()));
    secrets.hand(NAME, new String(now.encryptAes("again".toCharArray())), file(), now);
    assertEquals("again", Files.readString(file()));
    assertEquals(Level.OK, check.check(Duration.ZERO).level());
  }

  @Test
  void anotherKey_givenBack_opensAfterTheNextStart() throws Exception {
    CryptoService before = new AesCrypto("the key before..");
    String sealed = new String(before.encryptAes("open sesame".toCharArray()));
    secrets.hand(NAME, sealed, file(), new AesCrypto("the key of now.."));
    assertFalse(Files.exists(file()));
    new Secrets().hand(NAME, sealed, file(), before);
    assertEquals("open sesame", Files.readString(file()));
  }
}

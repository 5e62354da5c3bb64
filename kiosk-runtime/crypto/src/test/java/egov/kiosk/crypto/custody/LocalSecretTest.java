package egov.kiosk.crypto.custody;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class LocalSecretTest {
  @TempDir Path folder;
  private final Logger logger = (Logger) LoggerFactory.getLogger(LocalSecret.class);
  private final ListAppender<ILoggingEvent> heard = new ListAppender<>();
  private Path file;

  @BeforeEach
  void listen() {
    file = folder.resolve("order-secret");
    heard.start();
    logger.addAppender(heard);
  }

  @AfterEach
  void noSecretInTheLog() throws Exception {
    logger.detachAppender(heard);
    if (Files.isRegularFile(file)) {
      String hex = HexFormat.of().formatHex(Files.readAllBytes(file));
      heard.list.forEach(line -> assertFalse(line.getFormattedMessage().contains(hex)));
    }
  }

  private byte[] open() {
    return new LocalSecret(file, new SecureRandom()).open();
  }

  private void assertMadeAnew(byte[] before) {
    heard.list.clear();
    byte[] after = open();
    assertEquals(1, heard.list.size(), "one line for one problem");
    assertFalse(Arrays.equals(before, after));
    assertArrayEquals(after, open());
  }

  @Test
  void open_firstTime_madeForTheOwnerAloneAndKept() throws Exception {
    byte[] secret = open();
    assertEquals(32, secret.length);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertArrayEquals(secret, open());
    assertEquals(1, heard.list.size());
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count(), "nothing is left beside it");
    }
  }

  @Test
  void open_damagedOpenToOthersOrLost_madeAnewWithOneLine() throws Exception {
    byte[] secret = open();
    Files.write(file, new byte[31]);
    assertMadeAnew(secret);
    secret = open();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertMadeAnew(secret);
    secret = open();
    Files.delete(file);
    Files.write(folder.resolve("order-secret.new"), new byte[5]);
    assertMadeAnew(secret);
  }

  @Test
  void open_placeThatCannotBeWritten_worksWithOneThatIsNotKept() throws Exception {
    file = Files.writeString(folder.resolve("blocked"), "no directory").resolve("order-secret");
    byte[] secret = open();
    assertEquals(32, secret.length);
    assertTrue(
        heard.list.stream()
            .anyMatch(line -> line.getFormattedMessage().contains("cannot be kept")));
    assertFalse(Arrays.equals(secret, open()));
  }
}

package egov.kiosk.outboxsqlite.component;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.envelope.SignedEnvelope;
import egov.kiosk.domain.outbox.Fill;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.outboxsqlite.OutboxSettings;
import egov.kiosk.outboxsqlite.Surroundings;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue comes back by itself: nobody has to restart the runtime. */
class RecoveryTest {
  private static final int PAGE = 4096;

  @TempDir Path temp;
  private Path directory;
  private OpenOutbox open;

  @BeforeEach
  void open() {
    directory = temp.resolve("q");
    open = fresh();
  }

  private OpenOutbox fresh() {
    return new OpenOutbox(
        new OutboxSettings(directory, 64 << 20, 0, Duration.ofNanos(1)),
        new Surroundings(Clock.systemUTC(), Optional::empty, Optional::empty));
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Test
  void databaseDeletedWhileOpen_appendsGoOnAndNothingIsLost() throws Exception {
    for (int i = 0; i < 20; i++) {
      open.get().append(message());
    }
    Files.delete(directory.resolve("outbox.db"));
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .ignoreException(OutboxException.class)
        .until(() -> open.get().append(message()) > 0);
    assertEquals(21, open.get().counts().pending());
    assertEquals(21, open.get().pending(Lane.NORMAL, 0, 100).size());
    assertTrue(open.accepting());
  }

  @Test
  void pageBrokenBesideTheWork_setAsideSalvagedAndBack() throws Exception {
    for (int i = 0; i < 400; i++) {
      open.get().append(message());
    }
    open.close();
    byte[] noise = new byte[PAGE];
    Arrays.fill(noise, (byte) 0x0D);
    try (RandomAccessFile file =
        new RandomAccessFile(directory.resolve("outbox.db").toFile(), "rw")) {
      file.seek(30 * PAGE);
      file.write(noise);
    }
    open = fresh();
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .ignoreException(OutboxException.class)
        .until(() -> Files.isDirectory(directory.resolve("quarantine")) && open.accepting());
    long left = open.get().counts().pending();
    assertTrue(left >= 390 && left < 400, "left " + left);
    assertEquals(401, open.get().append(message()));
    assertEquals(Fill.Level.ROOM, open.fill().level());
  }

  @Test
  void bitFlippedInTheIndexOfPendingRows_foundAndNoMessageIsForgotten() throws Exception {
    for (int i = 0; i < 300; i++) {
      open.get().append(message());
    }
    open.close();
    Path file = directory.resolve("outbox.db");
    byte[] bytes = Files.readAllBytes(file);
    flipLane(bytes);
    Files.write(file, bytes);
    open = fresh();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreException(OutboxException.class)
        .until(() -> open.get().pending(Lane.NORMAL, 0, 1000).size() == 300 && open.accepting());
    assertTrue(Files.isDirectory(directory.resolve("quarantine")));
  }

  /** In the first index page that holds lanes, the last entry's. */
  private static void flipLane(byte[] file) {
    for (int page = PAGE; page < file.length; page += PAGE) {
      int at = page + PAGE - 1;
      while (file[page] == 0x0A && at > page && file[at] != 'N') {
        at--;
      }
      if (file[page] == 0x0A && new String(file, at, 6, US_ASCII).equals("NORMAL")) {
        file[at] ^= 1;
        return;
      }
    }
    throw new AssertionError("no index of lanes");
  }

  @Test
  void directoryUnusable_openedByItselfOnceItIsUsable() throws Exception {
    open.close();
    Files.setPosixFilePermissions(
        directory, java.nio.file.attribute.PosixFilePermissions.fromString("rwxrwxrwx"));
    open = fresh();
    assertEquals(0, open.fill().usedBytes());
    Files.setPosixFilePermissions(
        directory, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(open::accepting);
  }

  private static SignedEnvelope message() {
    TransactionId id = TransactionId.create(Instant.now());
    return new SignedEnvelope(id, MessageKind.ITEM, "item", new byte[3000], new byte[32]);
  }
}

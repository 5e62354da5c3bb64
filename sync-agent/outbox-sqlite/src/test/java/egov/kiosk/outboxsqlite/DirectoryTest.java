package egov.kiosk.outboxsqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may stand beside the queue's files (attack tests F06, F07, F09 and C01). */
class DirectoryTest {
  @TempDir Path temp;

  @Test
  void open_noDirectory_createdForTheOwnerOnly() throws Exception {
    Path directory = temp.resolve("state").resolve("outbox");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      outbox.append(Envelopes.of(1000));
      assertEquals("rwx------", mode(directory));
      try (Stream<Path> files = Files.list(directory)) {
        List<Path> all = files.toList();
        assertTrue(all.size() >= 4, "db, wal, shm, lock, high-water: " + all);
        for (Path file : all) {
          assertEquals("rw-------", mode(file), file.toString());
        }
      }
    }
  }

  @Test
  void open_directoryOpenToOthers_refused() throws Exception {
    for (String mode : List.of("rwxrwxrwx", "rwxr-x---", "rwx-----x")) {
      Path directory = Files.createDirectory(temp.resolve("q-" + mode));
      Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(mode));
      OutboxException refused = assertThrows(OutboxException.class, () -> Fixture.open(directory));
      assertEquals(Reason.IO, refused.reason());
      assertTrue(refused.getMessage().contains("set its mode to 0700"), refused.getMessage());
      assertThrows(OutboxException.class, () -> SqliteOutboxReader.open(directory));
    }
  }

  @Test
  void open_directoryOfAnotherUser_refused() {
    // Every machine has one: the root directory for others, this one for root itself.
    Path foreign = foreignDirectory();
    OutboxException refused = assertThrows(OutboxException.class, () -> Fixture.open(foreign));
    assertTrue(refused.getMessage().contains("belongs to another user"), refused.getMessage());
  }

  private Path foreignDirectory() {
    try {
      Path directory = Files.createDirectory(temp.resolve("foreign"));
      Files.setAttribute(directory, "unix:uid", 65534);
      return directory;
    } catch (java.io.IOException e) {
      return Path.of("/");
    }
  }

  @Test
  void open_directoryIsSymbolicLink_refused() throws Exception {
    Path real = Files.createDirectory(temp.resolve("real"));
    Files.setPosixFilePermissions(real, PosixFilePermissions.fromString("rwx------"));
    Path link = Files.createSymbolicLink(temp.resolve("link"), real);
    OutboxException refused = assertThrows(OutboxException.class, () -> Fixture.open(link));
    assertTrue(refused.getMessage().contains("symbolic link"), refused.getMessage());
  }

  @Test
  void open_fileIsALink_refusedAndTargetUntouched() throws Exception {
    for (String name : List.of(Fixture.DB, Fixture.WAL, "outbox.lock", "high-water")) {
      Path directory = temp.resolve("q-" + name);
      Fixture.open(directory).close();
      Path target = Files.writeString(temp.resolve("target-" + name), "precious");
      Files.deleteIfExists(directory.resolve(name));
      Files.createSymbolicLink(directory.resolve(name), target);
      OutboxException refused =
          assertThrows(OutboxException.class, () -> Fixture.open(directory), name);
      assertTrue(refused.getMessage().contains("is a link"), refused.getMessage());
      Files.delete(directory.resolve(name));
      Files.createLink(directory.resolve(name), target);
      assertThrows(OutboxException.class, () -> Fixture.open(directory), name);
      assertEquals("precious", Files.readString(target));
    }
  }

  @Test
  void open_fileWithWideMode_narrowed() throws Exception {
    Path directory = temp.resolve("q");
    Fixture.open(directory).close();
    Path database = directory.resolve(Fixture.DB);
    Files.setPosixFilePermissions(database, PosixFilePermissions.fromString("rw-rw-rw-"));
    Fixture.open(directory).close();
    assertEquals("rw-------", mode(database));
  }

  @Test
  void open_directoryInUse_lockedUntilClosed() throws Exception {
    Path directory = temp.resolve("q");
    try (SqliteOutbox outbox = Fixture.open(directory)) {
      OutboxException refused = assertThrows(OutboxException.class, () -> Fixture.open(directory));
      assertEquals(Reason.LOCKED, refused.reason());
      outbox.append(Envelopes.of(10));
    }
    Fixture.open(directory).close();
  }

  @Test
  void open_pathIsAFile_refused() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "x");
    assertThrows(OutboxException.class, () -> Fixture.open(file));
    assertFalse(Files.isDirectory(file));
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}

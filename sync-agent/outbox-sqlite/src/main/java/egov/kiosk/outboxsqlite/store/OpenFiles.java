package egov.kiosk.outboxsqlite.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * Which files the database and its log were when they were opened. SQLite goes on writing into a
 * file that somebody has removed, and what it writes there is gone with the process.
 */
final class OpenFiles {
  private final Path database;
  private final Path log;
  private final Object databaseKey;
  private final Object logKey;

  OpenFiles(Path database) {
    this.database = database;
    this.log = database.resolveSibling(database.getFileName() + "-wal");
    this.databaseKey = key(database);
    this.logKey = key(log);
  }

  /** Whether they still are. */
  boolean inPlace() {
    return Objects.equals(databaseKey, key(database)) && Objects.equals(logKey, key(log));
  }

  /** Device and inode; null when there is nothing. */
  private static Object key(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .fileKey();
    } catch (IOException e) {
      return null;
    }
  }
}

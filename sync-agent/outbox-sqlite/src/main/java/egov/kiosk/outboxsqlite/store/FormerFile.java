package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteErrorCode;

/**
 * A copy of the queue from before its schema is changed, the newest one only, for the case that a
 * new program does what nobody expected. A change is one transaction, so that the copy is never
 * needed to undo one: without room or time for it the change goes on without. Files whose rows are
 * not sealed are not copied, because what is readable in them is to go.
 */
public final class FormerFile {
  /** A start that copies more takes longer than an update may. */
  static final long LARGEST = 256L * 1024 * 1024;

  /** The first version whose rows are sealed. */
  private static final int SEALED = 3;

  private static final Logger LOG = LoggerFactory.getLogger(FormerFile.class);
  private static final String PART = StoreFiles.FORMER + ".part";

  private final StateDirectory directory;
  private final Schema schema;

  public FormerFile(StateDirectory directory, Schema schema) {
    this.directory = directory;
    this.schema = schema;
  }

  /**
   * Makes the copy if the schema is about to be changed; on the disk when this returns.
   *
   * @param minFreeBytes how much of the disk must stay free
   * @param now what the copy's time of change is set to
   */
  public void keep(long minFreeBytes, Instant now) {
    long size = directory.size(StoreFiles.DATABASE) + directory.size(StoreFiles.LOG);
    if (directory.size(StoreFiles.DATABASE) == 0) {
      return;
    }
    try (Connection connection = Connections.reader(directory.file(StoreFiles.DATABASE))) {
      if (directory.has(PART)) {
        directory.remove(PART);
      }
      FileMark mark = FileMark.of(connection);
      if (mark.version() < SEALED || mark.version() >= schema.version()) {
        return;
      }
      if (size > LARGEST || directory.path().toFile().getUsableSpace() < minFreeBytes + 2 * size) {
        LOG.warn(
            "outbox: the queue goes from version {} to {} without a copy of its {} bytes",
            mark.version(),
            schema.version(),
            size);
        return;
      }
      copy(connection, now);
      LOG.info("outbox: the queue of version {} is kept as {}", mark.version(), StoreFiles.FORMER);
    } catch (SQLException | OutboxException | IOException e) {
      LOG.warn("outbox: no copy was made before the queue's schema changes: {}", e.getMessage());
    }
  }

  private void copy(Connection connection, Instant now)
      throws SQLException, OutboxException, IOException {
    Path part = directory.create(PART);
    try {
      int code =
          connection
              .unwrap(SQLiteConnection.class)
              .getDatabase()
              .backup("main", part.toString(), null);
      if (code != SQLiteErrorCode.SQLITE_OK.code) {
        throw new SQLException("the queue could not be copied", "", code);
      }
      Files.setLastModifiedTime(part, FileTime.from(now));
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      directory.secure(StoreFiles.FORMER);
      Files.move(part, directory.file(StoreFiles.FORMER), StandardCopyOption.ATOMIC_MOVE);
      directory.sync();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}

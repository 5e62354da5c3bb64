package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.directory.Quarantine;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.salvage.SalvageReport.Range;
import egov.kiosk.outboxsqlite.store.Schema;
import egov.kiosk.outboxsqlite.store.StoreFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Replaces a damaged database by a fresh one with every row that can still be read (抢救). The
 * damaged files are moved aside, never changed and never deleted.
 *
 * <pre>
 * read damaged files --&gt; salvage.db --complete, synced--&gt; salvaged.db
 *                                                            |
 *        outbox.db &lt;--rename-- damaged files moved aside &lt;----+
 * </pre>
 *
 * A crash at any step leaves either the damaged files in place, or {@code salvaged.db}, from which
 * {@link #resume} goes on.
 */
public final class Salvage {
  private final StateDirectory directory;
  private final Schema schema;

  public Salvage(StateDirectory directory, Schema schema) {
    this.directory = directory;
    this.schema = schema;
  }

  /** Finishes a replacement that was interrupted after the salvage was complete. */
  public void resume(Instant now) throws OutboxException {
    discard();
    try {
      if (directory.has(StoreFiles.READY)) {
        replace(now);
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Salvages and replaces.
   *
   * @param highWater the highest place ever given out, as far as known
   * @throws OutboxException when it cannot be done; then the damaged files are where they were
   */
  public SalvageReport run(long highWater, Instant now) throws OutboxException {
    try {
      discard();
      Path target = directory.create(StoreFiles.SALVAGE);
      SalvageReport result = fill(target, highWater, now);
      sync(target);
      rename(StoreFiles.SALVAGE, StoreFiles.READY);
      Path aside = replace(now);
      return new SalvageReport(result.kept(), result.pending(), result.missing(), aside);
    } catch (SQLException e) {
      discard();
      throw StoreFault.translate(e);
    } catch (IOException e) {
      discard();
      throw failed(e);
    }
  }

  /** A salvage that did not get to its end is worth nothing, and may hold the last free space. */
  private void discard() throws OutboxException {
    try {
      Files.deleteIfExists(directory.file(StoreFiles.SALVAGE));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private SalvageReport fill(Path target, long highWater, Instant now)
      throws SQLException, IOException {
    try (FreshStore fresh = new FreshStore(target, schema)) {
      RawRows.read(
          directory.file(StoreFiles.DATABASE),
          directory.file(StoreFiles.LOG),
          (row, attempts) -> {
            try {
              fresh.put(row, attempts);
            } catch (SQLException e) {
              throw new IOException("cannot write a salvaged row", e);
            }
          });
      List<Range> gaps = fresh.noteGaps(highWater, now);
      long kept = fresh.count("");
      long pending = fresh.count(" WHERE state = 'PENDING'");
      fresh.finish();
      return new SalvageReport(kept, pending, gaps, target);
    }
  }

  private Path replace(Instant now) throws IOException {
    Path aside = new Quarantine(directory).take(StoreFiles.SET, now);
    rename(StoreFiles.READY, StoreFiles.DATABASE);
    return aside;
  }

  private void rename(String from, String to) throws IOException {
    Files.move(directory.file(from), directory.file(to), StandardCopyOption.ATOMIC_MOVE);
    directory.sync();
  }

  private static void sync(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  private static OutboxException failed(IOException e) {
    if (e.getCause() instanceof SQLException cause) {
      return StoreFault.translate(cause);
    }
    return new OutboxException(
        Reason.IO, "the damaged queue could not be salvaged; its files are untouched", e);
  }
}

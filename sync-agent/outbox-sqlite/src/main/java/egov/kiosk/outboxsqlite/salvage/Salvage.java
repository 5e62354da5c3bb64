package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.outboxsqlite.directory.Incidents;
import egov.kiosk.outboxsqlite.directory.Quarantine;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.store.Census;
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
import java.util.Optional;

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
  /** Puts a whole copy of the queue into an empty file. */
  public interface Copy {
    void into(Path file) throws SQLException;
  }

  private final StateDirectory directory;
  private final Schema schema;
  private final Announcement announcement;
  private final Admission admission;

  /**
   * @param admission which rows are taken
   */
  public Salvage(
      StateDirectory directory, Schema schema, Incidents incidents, Admission admission) {
    this.admission = admission;
    this.directory = directory;
    this.schema = schema;
    this.announcement = new Announcement(directory, incidents);
  }

  /** Finishes a replacement that was interrupted after the salvage was complete. */
  public void resume(Instant now) throws OutboxException {
    discard();
    try {
      if (directory.has(StoreFiles.READY)) {
        replace(now);
      } else {
        announcement.discard();
      }
    } catch (IOException e) {
      throw failed(e);
    }
  }

  /**
   * Salvages, replaces and reports.
   *
   * @param why what is wrong with the file
   * @param highWater the highest place ever given out, as far as known
   * @throws OutboxException when it cannot be done; then the damaged files are where they were
   */
  public SalvageReport run(String why, long highWater, Instant now) throws OutboxException {
    try {
      discard();
      Path target = directory.create(StoreFiles.SALVAGE);
      SalvageReport result = fill(target, highWater, now);
      announcement.prepare(
          now, "the queue file was set aside: " + why + "; " + result.sentence(), result.missing());
      ready(target);
      Optional<Path> aside = replace(now);
      return new SalvageReport(result.kept(), result.pending(), result.missing(), aside);
    } catch (SQLException e) {
      discard();
      throw StoreFault.translate(e);
    } catch (IOException e) {
      discard();
      throw failed(e);
    }
  }

  /**
   * Saves a queue whose files were taken away or replaced while it had them open: what lies under
   * their names now goes aside, and {@link #resume} puts the copy in place once the open files are
   * closed.
   *
   * @param copy reads from the files that are still open
   */
  public void rescue(Copy copy, Instant now) throws OutboxException {
    try {
      discard();
      Path target = directory.create(StoreFiles.SALVAGE);
      copy.into(target);
      announcement.prepare(
          now,
          "the queue's files were replaced or removed while in use; the queue was saved from the"
              + " open files, none missing",
          List.of());
      ready(target);
      new Quarantine(directory).take(StoreFiles.SET, now);
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
      Files.deleteIfExists(directory.file(StoreFiles.SALVAGE + "-journal"));
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private SalvageReport fill(Path target, long highWater, Instant now)
      throws SQLException, IOException {
    try (FreshStore fresh = new FreshStore(target, schema);
        RowStream found =
            new RowStream(
                directory.file(StoreFiles.DATABASE), directory.file(StoreFiles.LOG), admission)) {
      for (List<SealedRow> rows = found.next(); !rows.isEmpty(); rows = found.next()) {
        for (SealedRow row : rows) {
          fresh.put(row);
        }
      }
      if (admission.refused()) {
        throw new IOException(
            "there are rows of an older program in it; start the kiosk, which salvages by itself");
      }
      List<SequenceRange> gaps = fresh.noteGaps(highWater, now);
      Census census = fresh.census();
      fresh.finish();
      return new SalvageReport(census.rows(), census.pending(), gaps, Optional.empty());
    }
  }

  private void ready(Path target) throws IOException {
    try (FileChannel channel = FileChannel.open(target, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    rename(StoreFiles.SALVAGE, StoreFiles.READY);
  }

  private Optional<Path> replace(Instant now) throws IOException {
    Optional<Path> aside = new Quarantine(directory).take(StoreFiles.SET, now);
    rename(StoreFiles.READY, StoreFiles.DATABASE);
    announcement.make(now, "; what was set aside is kept in " + directory.file(Quarantine.NAME));
    return aside;
  }

  private void rename(String from, String to) throws IOException {
    Files.move(directory.file(from), directory.file(to), StandardCopyOption.ATOMIC_MOVE);
    directory.sync();
  }

  private static OutboxException failed(IOException e) {
    return new OutboxException(
        Reason.IO,
        "the damaged queue could not be salvaged; its files are untouched: " + e.getMessage(),
        e);
  }
}

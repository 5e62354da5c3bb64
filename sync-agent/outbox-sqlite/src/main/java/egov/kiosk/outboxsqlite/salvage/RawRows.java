package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.salvage.LeafPage.Cell;
import egov.kiosk.outboxsqlite.store.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Every row of ours in a database file and its log, found page by page without following the tree,
 * so that one broken page costs only its own rows. A row may be met several times, in older and
 * newer states. Memory in use does not grow with the file.
 */
public final class RawRows {
  private static final int OVERFLOW_DATA = Schema.PAGE_SIZE - 4;

  /** Takes the rows as they are found. */
  public interface Sink {
    /** Takes one; the same row may come again in another state. */
    void row(SealedRow row) throws IOException;
  }

  private final Optional<PageFile> database;
  private final Optional<WalFile> log;
  private final Sink sink;
  private final Admission admission;

  private RawRows(
      Optional<PageFile> database, Optional<WalFile> log, Admission admission, Sink sink) {
    this.admission = admission;
    this.database = database;
    this.log = log;
    this.sink = sink;
  }

  /** Reads both files, either of which may be missing or cut anywhere. */
  public static void read(Path database, Path log, Admission admission, Sink sink)
      throws IOException {
    Optional<WalFile> wal =
        Files.isRegularFile(log) ? Optional.of(new WalFile(log)) : Optional.empty();
    Optional<PageFile> pages = PageFile.of(database);
    try {
      new RawRows(pages, wal, admission, sink).read();
    } finally {
      if (wal.isPresent()) {
        wal.get().close();
      }
      if (pages.isPresent()) {
        pages.get().close();
      }
    }
  }

  private void read() throws IOException {
    if (database.isPresent()) {
      for (long number = 1; number <= database.get().pages(); number++) {
        byte[] page = database.get().page(number).orElseThrow();
        for (Cell cell : LeafPage.cells(page, number == 1)) {
          offer(cell, next -> database.get().page(next), this::newest);
        }
      }
    }
    if (log.isPresent()) {
      WalFile wal = log.get();
      for (int frame = 0; frame < wal.frames(); frame++) {
        int at = frame;
        for (Cell cell : LeafPage.cells(wal.page(frame), wal.pageNumber(frame) == 1)) {
          offer(cell, next -> asOf(next, at), this::newest);
        }
      }
    }
  }

  /** Where an overflow page may be found. */
  private interface Pages {
    Optional<byte[]> page(long number) throws IOException;
  }

  private Optional<byte[]> asOf(long number, int frame) throws IOException {
    Optional<byte[]> logged = log.orElseThrow().versionAt(number, frame);
    return logged.isPresent() || database.isEmpty() ? logged : database.get().page(number);
  }

  private Optional<byte[]> newest(long number) throws IOException {
    Optional<byte[]> logged = log.isPresent() ? log.get().newest(number) : Optional.empty();
    if (logged.isPresent()) {
      return logged;
    }
    return database.isPresent() ? database.get().page(number) : Optional.empty();
  }

  private void offer(Cell cell, Pages first, Pages second) throws IOException {
    Optional<SealedRow> found = assemble(cell, first);
    if (found.isEmpty() && cell.overflow() != 0) {
      found = assemble(cell, second);
    }
    if (found.isPresent()) {
      sink.row(found.get());
    }
  }

  private Optional<SealedRow> assemble(Cell cell, Pages pages) throws IOException {
    byte[] record = Arrays.copyOf(cell.local(), cell.payload());
    int at = cell.local().length;
    long next = cell.overflow();
    while (at < record.length) {
      Optional<byte[]> page = next == 0 ? Optional.empty() : pages.page(next);
      if (page.isEmpty()) {
        return Optional.empty();
      }
      int take = Math.min(OVERFLOW_DATA, record.length - at);
      System.arraycopy(page.get(), 4, record, at, take);
      at += take;
      next = Integer.toUnsignedLong(ByteBuffer.wrap(page.get()).getInt(0));
    }
    try {
      return SealedRows.recognise(cell.rowId(), record, admission);
    } catch (SQLException e) {
      throw new IOException("rows cannot be sealed while salvaging", e);
    }
  }
}

package egov.kiosk.outboxsqlite.salvage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Reads and checks rows on the thread {@code outbox-salvage} while the caller writes those found
 * before: the two take about the same time. Holds a few batches in memory at most.
 */
final class RowStream implements AutoCloseable {
  private static final int BATCH = 128;
  private static final int AHEAD = 16;
  private static final List<SealedRow> END = List.of();
  private static final long STOP_MILLIS = 5000;

  private final BlockingQueue<List<SealedRow>> batches = new ArrayBlockingQueue<>(AHEAD);
  private final Thread thread;
  private List<SealedRow> batch = new ArrayList<>();
  private volatile IOException failure;
  private volatile boolean stopped;

  RowStream(Path database, Path log, Admission admission) {
    thread = new Thread(() -> run(database, log, admission), "outbox-salvage");
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Path database, Path log, Admission admission) {
    try {
      RawRows.read(database, log, admission, this::add);
      offer(batch);
    } catch (IOException e) {
      failure = e;
    } catch (RuntimeException e) {
      failure = new IOException("cannot read the damaged queue", e);
    } finally {
      offerEnd();
    }
  }

  private void add(SealedRow row) throws IOException {
    batch.add(row);
    if (batch.size() == BATCH) {
      offer(batch);
      batch = new ArrayList<>();
    }
  }

  private void offer(List<SealedRow> rows) throws IOException {
    if (!rows.isEmpty() && !put(rows)) {
      throw new IOException("the salvage was stopped");
    }
  }

  private void offerEnd() {
    put(END);
  }

  private boolean put(List<SealedRow> rows) {
    try {
      while (!stopped) {
        if (batches.offer(rows, 100, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** The next rows; none at the end. */
  List<SealedRow> next() throws IOException {
    try {
      List<SealedRow> rows = batches.take();
      if (rows.isEmpty() && failure != null) {
        throw failure;
      }
      return rows;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while salvaging", e);
    }
  }

  @Override
  public void close() {
    stopped = true;
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

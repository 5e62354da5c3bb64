package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.outboxsqlite.directory.HighWater;
import egov.kiosk.outboxsqlite.directory.Incidents;
import egov.kiosk.outboxsqlite.directory.RuntimeLock;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.salvage.Salvage;
import egov.kiosk.outboxsqlite.store.Census;
import egov.kiosk.outboxsqlite.store.Inspection;
import egov.kiosk.outboxsqlite.store.Inspection.Verdict;
import egov.kiosk.outboxsqlite.store.MessageReader;
import egov.kiosk.outboxsqlite.store.MessageWriter;
import egov.kiosk.outboxsqlite.store.Schema;
import egov.kiosk.outboxsqlite.store.StoreFault;
import egov.kiosk.outboxsqlite.store.Tally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the queue holds open, in the order it is opened. */
final class OpenStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);

  final StateDirectory directory;
  final Incidents incidents;
  final MessageWriter writer;
  final MessageReader reader;
  final boolean checked;

  private final RuntimeLock lock;
  private final HighWater highWater;

  private OpenStore(
      StateDirectory directory, RuntimeLock lock, HighWater highWater, Opened opened) {
    this.directory = directory;
    this.incidents = opened.incidents;
    this.lock = lock;
    this.highWater = highWater;
    this.writer = opened.writer;
    this.reader = opened.reader;
    this.checked = opened.checked;
  }

  private record Opened(
      Incidents incidents, MessageWriter writer, MessageReader reader, boolean checked) {}

  static OpenStore open(OutboxSettings settings, InstantSource clock) throws OutboxException {
    StateDirectory directory = StateDirectory.open(settings.directory());
    RuntimeLock lock = RuntimeLock.take(directory);
    HighWater highWater = null;
    try {
      highWater = HighWater.open(directory);
      Opened opened = open(directory, highWater, settings, clock);
      return new OpenStore(directory, lock, highWater, opened);
    } catch (OutboxException | RuntimeException e) {
      if (highWater != null) {
        highWater.close();
      }
      lock.close();
      throw e;
    }
  }

  private static Opened open(
      StateDirectory directory, HighWater highWater, OutboxSettings settings, InstantSource clock)
      throws OutboxException {
    for (String name : StoreFiles.SET) {
      directory.secure(name);
    }
    Schema schema = new Schema();
    Incidents incidents = new Incidents(directory);
    Salvage salvage = new Salvage(directory, schema);
    salvage.resume(clock.instant());
    long noted = highWater.read();
    Inspection found = Inspection.of(directory, schema, noted, settings.startCheck());
    if (found.verdict() == Verdict.DAMAGED) {
      String result = salvage.run(noted, clock.instant()).sentence();
      incidents.add(
          clock.instant(), "the queue file was set aside: " + found.why() + "; " + result);
    }
    discardSuspicion(directory);
    boolean checked = found.verdict() != Verdict.PARTLY_CHECKED;
    return connect(directory, schema, highWater, noted, settings.quotaBytes(), incidents, checked);
  }

  private static Opened connect(
      StateDirectory directory,
      Schema schema,
      HighWater highWater,
      long noted,
      long quotaBytes,
      Incidents incidents,
      boolean checked)
      throws OutboxException {
    Path file = directory.create(StoreFiles.DATABASE);
    MessageWriter writer = null;
    MessageReader reader = null;
    try {
      writer = new MessageWriter(file, schema, highWater, quotaBytes);
      reader = new MessageReader(file);
      Census census = reader.census();
      Tally tally = census.tally(noted);
      writer.start(tally);
      directory.sync();
      return new Opened(incidents, writer, reader, checked);
    } catch (SQLException e) {
      closeQuietly(reader);
      closeQuietly(writer);
      throw StoreFault.translate(e);
    } catch (IOException e) {
      closeQuietly(reader);
      closeQuietly(writer);
      throw new OutboxException(OutboxException.Reason.IO, "cannot use " + file, e);
    }
  }

  /** The full check that was asked for has been made, or the file it was about is set aside. */
  private static void discardSuspicion(StateDirectory directory) throws OutboxException {
    try {
      Files.deleteIfExists(directory.file(StoreFiles.SUSPECT));
    } catch (IOException e) {
      throw new OutboxException(
          OutboxException.Reason.IO, "cannot write to " + directory.path(), e);
    }
  }

  /** Closes everything; the last connection to go empties the log into the database. */
  @Override
  public void close() {
    closeQuietly(reader);
    closeQuietly(writer);
    highWater.close();
    lock.close();
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      if (closeable != null) {
        closeable.close();
      }
    } catch (Exception e) {
      LOG.warn("outbox: closing failed", e);
    }
  }
}

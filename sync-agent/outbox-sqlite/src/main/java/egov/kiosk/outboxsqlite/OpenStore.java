package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.rest.RestKeyId;
import egov.kiosk.outboxsqlite.directory.HighWater;
import egov.kiosk.outboxsqlite.directory.Incidents;
import egov.kiosk.outboxsqlite.directory.RuntimeLock;
import egov.kiosk.outboxsqlite.directory.SpareFiles;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.directory.Suspicion;
import egov.kiosk.outboxsqlite.salvage.Admission;
import egov.kiosk.outboxsqlite.salvage.Salvage;
import egov.kiosk.outboxsqlite.store.FormerFile;
import egov.kiosk.outboxsqlite.store.Inspection;
import egov.kiosk.outboxsqlite.store.Inspection.Verdict;
import egov.kiosk.outboxsqlite.store.Keys;
import egov.kiosk.outboxsqlite.store.MessageReader;
import egov.kiosk.outboxsqlite.store.MessageWriter;
import egov.kiosk.outboxsqlite.store.RowBox;
import egov.kiosk.outboxsqlite.store.Schema;
import egov.kiosk.outboxsqlite.store.StoreFault;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything the queue holds open, in the order it is opened. */
final class OpenStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);

  private static final int LOOKS = 3;
  private static final long BETWEEN_NANOS = 20_000_000;

  final StateDirectory directory;
  final Incidents incidents;
  final MessageWriter writer;
  final MessageReader reader;

  private final RuntimeLock lock;
  private final HighWater highWater;
  private boolean rescued;

  private OpenStore(
      StateDirectory directory, RuntimeLock lock, HighWater highWater, Opened opened) {
    this.directory = directory;
    this.incidents = opened.incidents;
    this.lock = lock;
    this.highWater = highWater;
    this.writer = opened.writer;
    this.reader = opened.reader;
  }

  private record Form(Schema schema, RowBox box, Keys keys) {}

  private record Opened(Incidents incidents, MessageWriter writer, MessageReader reader) {}

  /**
   * @param schemas the schema, for what seals its rows
   */
  static OpenStore open(
      OutboxSettings settings, Surroundings around, Function<RowBox, Schema> schemas)
      throws OutboxException {
    Keys keys = new Keys(around.rest());
    keys.requireThere();
    StateDirectory directory = StateDirectory.open(settings.directory());
    RuntimeLock lock = RuntimeLock.take(directory);
    HighWater highWater = null;
    try {
      new SpareFiles(directory).makeRoom();
      highWater = HighWater.open(directory);
      RowBox box = RowBox.of(around.rest());
      Form form = new Form(schemas.apply(box), box, keys);
      Opened opened = open(directory, highWater, settings, around, form);
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
      StateDirectory directory,
      HighWater highWater,
      OutboxSettings settings,
      Surroundings around,
      Form form)
      throws OutboxException {
    Instant now = around.clock().instant();
    for (String name : StoreFiles.SET) {
      directory.secure(name);
    }
    Incidents incidents = new Incidents(directory);
    boolean orphans = directory.has(StoreFiles.WITHOUT_KEYS);
    Salvage salvage =
        new Salvage(
            directory,
            form.schema,
            incidents,
            Admission.with(form.box, !form.keys.used(), orphans));
    salvage.resume(now);
    long noted = highWater.read();
    if (orphans) {
      salvage.run("its data keys are lost; what was sealed under them is not in it", noted, now);
      directory.remove(StoreFiles.WITHOUT_KEYS);
    } else {
      Inspection found = inspect(directory, form, noted, settings);
      if (found.verdict() == Verdict.DAMAGED) {
        salvage.run(found.why(), noted, now);
      }
    }
    // The look that was asked for was had, or the file it was about is set aside.
    new Suspicion(directory).settle();
    new FormerFile(directory, form.schema).keep(settings.minFreeBytes(), now);
    return connect(directory, form, highWater, noted, settings.quotaBytes(), incidents);
  }

  /** Looks several times before it calls a file damaged: a failing disk makes SQLite say so too. */
  private static Inspection inspect(
      StateDirectory directory, Form form, long noted, OutboxSettings settings)
      throws OutboxException {
    Inspection found = look(directory, form, noted, settings);
    for (int look = 1; look < LOOKS && found.verdict() == Verdict.DAMAGED; look++) {
      LockSupport.parkNanos(BETWEEN_NANOS);
      found = look(directory, form, noted, settings);
    }
    return found;
  }

  private static Inspection look(
      StateDirectory directory, Form form, long noted, OutboxSettings settings)
      throws OutboxException {
    return Inspection.of(directory, form.schema, form.keys, noted, settings.startCheck());
  }

  private static Opened connect(
      StateDirectory directory,
      Form form,
      HighWater highWater,
      long noted,
      long quotaBytes,
      Incidents incidents)
      throws OutboxException {
    Path file = directory.create(StoreFiles.DATABASE);
    MessageWriter writer = null;
    MessageReader reader = null;
    try {
      writer = new MessageWriter(file, form.schema, form.box, highWater, quotaBytes);
      reader = new MessageReader(file, form.box);
      // What was salvaged has not been looked at by anybody with keys.
      Set<RestKeyId> used = reader.keys();
      form.keys.requireKnown(used);
      used.add(form.keys.current());
      // Told, former keys are destroyed: only who has just looked at all rows says so.
      if (!form.keys.former()) {
        form.keys.tell(used);
      }
      writer.start(reader.census().tally(noted));
      directory.sync();
      return new Opened(incidents, writer, reader);
    } catch (SQLException e) {
      closeQuietly(reader);
      closeQuietly(writer);
      if (StoreFault.damaged(e)) {
        new Suspicion(directory).note("it could not be opened");
      }
      throw StoreFault.translate(e);
    } catch (OutboxException e) {
      closeQuietly(reader);
      closeQuietly(writer);
      throw e;
    } catch (IOException e) {
      closeQuietly(reader);
      closeQuietly(writer);
      throw new OutboxException(OutboxException.Reason.IO, "cannot use " + file, e);
    }
  }

  /**
   * Saves what is in the open files, when they are not the ones under their names any more; must be
   * followed by {@link #close}.
   */
  void rescue(Instant now) throws OutboxException {
    if (writer.replaced() && !rescued) {
      new SpareFiles(directory).makeRoom();
      new Salvage(directory, new Schema(), incidents, Admission.withoutKeys())
          .rescue(writer::copyInto, now);
      rescued = true;
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

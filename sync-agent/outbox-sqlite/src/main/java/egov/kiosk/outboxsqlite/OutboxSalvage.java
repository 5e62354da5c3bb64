package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.directory.HighWater;
import egov.kiosk.outboxsqlite.directory.Incidents;
import egov.kiosk.outboxsqlite.directory.RuntimeLock;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.salvage.Admission;
import egov.kiosk.outboxsqlite.salvage.Salvage;
import egov.kiosk.outboxsqlite.salvage.SalvageReport;
import egov.kiosk.outboxsqlite.store.Connections;
import egov.kiosk.outboxsqlite.store.FileMark;
import egov.kiosk.outboxsqlite.store.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;

/** Salvage on demand (抢救), for a technician who does not trust the file. */
public final class OutboxSalvage {
  private OutboxSalvage() {}

  /**
   * Sets the file aside and makes a fresh one of every row that can be read, even when nothing
   * seems wrong with it. What is missing goes into the incidents, as after any salvage.
   *
   * @param directory the queue's directory
   * @throws OutboxException {@code LOCKED} while a runtime uses the queue, {@code TOO_NEW} for one
   *     of a newer program, {@code IO} when there is none or it cannot be done; then its files are
   *     where they were
   */
  public static SalvageResult run(Path directory, InstantSource clock) throws OutboxException {
    StateDirectory state = StateDirectory.existing(directory);
    if (StoreFiles.SET.stream().noneMatch(state::has)) {
      throw new OutboxException(Reason.IO, "there is no queue in " + state.path());
    }
    try (RuntimeLock lock = RuntimeLock.take(state);
        HighWater highWater = HighWater.open(state)) {
      for (String name : StoreFiles.SET) {
        state.secure(name);
      }
      Schema schema = new Schema();
      refuseNewer(state, schema);
      Salvage salvage = new Salvage(state, schema, new Incidents(state), Admission.withoutKeys());
      salvage.resume(clock.instant());
      SalvageReport report =
          salvage.run("a technician asked for it", highWater.read(), clock.instant());
      return new SalvageResult(
          report.kept(), report.pending(), report.missing(), report.aside().orElse(state.path()));
    }
  }

  /**
   * Asks the kiosk to take over, at its next start, rows under data keys that are lost: their
   * messages go on, item names, order keys, official numbers and reasons do not.
   *
   * @throws OutboxException {@code LOCKED} while a runtime uses the queue, {@code IO} when there is
   *     none
   */
  public static void withoutKeys(Path directory) throws OutboxException {
    StateDirectory state = StateDirectory.existing(directory);
    try (RuntimeLock lock = RuntimeLock.take(state)) {
      if (state.size(StoreFiles.DATABASE) == 0) {
        throw new OutboxException(Reason.IO, "there is no queue in " + state.path());
      }
      state.create(StoreFiles.WITHOUT_KEYS);
      state.sync();
    } catch (IOException e) {
      throw new OutboxException(Reason.IO, "cannot write to " + state.path(), e);
    }
  }

  private static void refuseNewer(StateDirectory state, Schema schema) throws OutboxException {
    try (Connection connection = Connections.reader(state.file(StoreFiles.DATABASE))) {
      schema.requireKnown(connection, FileMark.of(connection));
    } catch (SQLException e) {
      // Unreadable is what a salvage is for.
      return;
    }
  }
}

package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.retention.Due;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.outboxsqlite.directory.StoreFiles;
import egov.kiosk.outboxsqlite.store.SettledRows;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The labels of settled messages. What stays of such a row is what reconciliation and the guard
 * against doubles need: its place, the drawn id, the digest, the times. Pending messages and dead
 * letters are never touched.
 */
final class SettledLabels implements RetainedStore {
  private final OpenStore store;
  private final Guard guard;

  SettledLabels(OpenStore store, Guard guard) {
    this.store = store;
    this.guard = guard;
  }

  @Override
  public Holding holding() {
    return Holding.QUEUE_LABELS;
  }

  private interface Question<T> {
    T ask(SettledRows rows) throws SQLException;
  }

  private <T> T ask(Question<T> question) throws OutboxException {
    return guard.read(
        () -> {
          try (SettledRows rows = new SettledRows(store.directory.file(StoreFiles.DATABASE))) {
            return question.ask(rows);
          }
        });
  }

  @Override
  public Due due(Instant before) throws IOException {
    try {
      return ask(rows -> rows.due(before));
    } catch (OutboxException e) {
      throw unavailable(e);
    }
  }

  @Override
  public Due destroy(Instant before, int limit) throws IOException {
    try {
      List<Long> places = ask(rows -> rows.places(before, limit));
      Due gone = places.isEmpty() ? Due.NOTHING : guard.mustFit(() -> strip(places, before));
      if (gone.count() < limit) {
        // The last slice: what the log still holds of them goes too.
        guard.alone(store.writer::checkpoint);
      }
      return gone;
    } catch (OutboxException e) {
      throw unavailable(e);
    }
  }

  private Due strip(List<Long> places, Instant before) throws SQLException {
    Due gone = Due.NOTHING;
    for (long place : places) {
      Optional<Instant> settled = store.writer.standings().strip(place, before);
      gone = gone.and(settled.map(Due::one).orElse(Due.NOTHING));
    }
    return gone;
  }

  private static IOException unavailable(OutboxException e) {
    return new IOException("the queue is not in order: " + e.reason(), e);
  }
}

package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.outboxsqlite.store.FullCheck;
import egov.kiosk.outboxsqlite.store.MessageReader.CheckedRow;
import egov.kiosk.outboxsqlite.store.StoredRow;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Looks at every page, every row and the books. Holds a few rows in memory at a time. */
final class Verifier {
  private static final int BATCH = 64;

  private final FullCheck check;
  private final long highWater;
  private final BooleanSupplier stop;
  private final List<String> problems = new ArrayList<>();
  private final PlaceRanges altered = new PlaceRanges();
  private final PlaceRanges missing = new PlaceRanges();
  private long rows;
  private long pending;
  private long delivered;
  private long deadLetter;

  /**
   * @param highWater the highest place noted beside the file, read before the check was opened
   * @param stop asked now and then; true ends the look
   */
  Verifier(FullCheck check, long highWater, BooleanSupplier stop) {
    this.check = check;
    this.highWater = highWater;
    this.stop = stop;
  }

  Verification run() throws SQLException {
    problems.addAll(check.pages(stop));
    long last = 0;
    try {
      last = look();
    } catch (SQLException e) {
      problems.add("its rows cannot be read to the end (SQLite " + e.getErrorCode() + ")");
    }
    long known = check.lastMissing();
    long end = Math.max(last, known);
    if (end > last) {
      missing.add(last + 1, end);
    }
    if (end < highWater) {
      problems.add("it is older than it was: it ends at " + end + ", not at " + highWater);
    }
    if (problems.isEmpty() && rows + check.missing() != end) {
      problems.add("rows are missing from it that no incident speaks of");
    }
    if (stop.getAsBoolean()) {
      problems.add("the look was stopped before its end");
    }
    return new Verification(
        rows,
        new OutboxCounts(pending, delivered, deadLetter),
        altered.all(),
        missing.all(),
        problems);
  }

  private long look() throws SQLException {
    long after = 0;
    List<CheckedRow> batch = check.rows(after, BATCH);
    while (!batch.isEmpty() && !stop.getAsBoolean()) {
      for (CheckedRow found : batch) {
        long place = found.row().sequence();
        if (place > after + 1) {
          missing.add(after + 1, place - 1);
        }
        if (!found.sealed()) {
          altered.add(place, place);
        }
        count(found.row());
        after = place;
      }
      batch = check.rows(after, BATCH);
    }
    return after;
  }

  private void count(StoredRow row) {
    rows++;
    String state = row.standing().state();
    pending += state.equals(DeliveryState.PENDING.name()) ? 1 : 0;
    delivered += state.equals(DeliveryState.DELIVERED.name()) ? 1 : 0;
    deadLetter += state.equals(DeliveryState.DEAD_LETTER.name()) ? 1 : 0;
  }
}

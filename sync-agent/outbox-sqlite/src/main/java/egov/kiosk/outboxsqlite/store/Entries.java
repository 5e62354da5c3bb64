package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.envelope.Label;
import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.outbox.DeliveryState;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.transaction.LocalNumber;
import egov.kiosk.domain.transaction.TransactionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Rows as a technician sees them, without their bytes. */
final class Entries {
  /** The columns of {@link #read}, in its order. */
  static final String COLUMNS =
      "sequence, id, kind, item, lane, order_key, local_number, length, state, attempts,"
          + " queued_at, settled_at, number, reason";

  private Entries() {}

  /** Empty for a row edited into nonsense: the incidents name it. */
  static Optional<OutboxEntry> read(ResultSet columns) throws SQLException {
    try {
      Label label =
          new Label(
              Lane.valueOf(columns.getString(5)),
              Optional.ofNullable(columns.getString(6)),
              Optional.ofNullable(columns.getString(7)).map(LocalNumber::new));
      OutboxEntry entry =
          new OutboxEntry(
              columns.getLong(1),
              new TransactionId(columns.getString(2)),
              MessageKind.valueOf(columns.getString(3)),
              columns.getString(4),
              label,
              columns.getInt(8),
              DeliveryState.valueOf(columns.getString(9)),
              columns.getInt(10),
              Instant.ofEpochMilli(columns.getLong(11)),
              Rows.time(columns, 12).map(Instant::ofEpochMilli),
              Optional.ofNullable(columns.getString(13)),
              Optional.ofNullable(columns.getString(14)));
      return Optional.of(entry);
    } catch (IllegalArgumentException | NullPointerException e) {
      return Optional.empty();
    }
  }
}

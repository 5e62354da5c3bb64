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
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Rows as a technician sees them, without their bytes. */
final class Entries {
  /** The columns of {@link #read}, in its order. */
  static final String COLUMNS =
      "sequence, id, kind, item, lane, order_key, local_number, length, state, attempts,"
          + " queued_at, settled_at, number, reason";

  /** Stands where an id is no id any more; no message ever has it. */
  private static final String NO_ID = "00000000-0000-7000-8000-000000000000";

  private Entries() {}

  /**
   * What a damaged row still says: a word that is none any more gets the usual one in its place. A
   * message that cannot be sent must at least be seen, by its place if by nothing else.
   */
  static Optional<OutboxEntry> read(ResultSet columns) throws SQLException {
    return Optional.of(
        new OutboxEntry(
            columns.getLong(1),
            or(new TransactionId(NO_ID), TransactionId::new, columns.getString(2)),
            or(MessageKind.ITEM, MessageKind::valueOf, columns.getString(3)),
            Objects.requireNonNullElse(columns.getString(4), ""),
            label(columns),
            columns.getInt(8),
            or(DeliveryState.DEAD_LETTER, DeliveryState::valueOf, columns.getString(9)),
            columns.getInt(10),
            Instant.ofEpochMilli(columns.getLong(11)),
            Rows.time(columns, 12).map(Instant::ofEpochMilli),
            Optional.ofNullable(columns.getString(13)),
            Optional.ofNullable(columns.getString(14))));
  }

  private static Label label(ResultSet columns) throws SQLException {
    Lane lane = or(Lane.NORMAL, Lane::valueOf, columns.getString(5));
    Optional<LocalNumber> number =
        or(Optional.empty(), text -> Optional.of(new LocalNumber(text)), columns.getString(7));
    Optional<String> key = Optional.ofNullable(columns.getString(6));
    return or(
        new Label(lane, Optional.empty(), number), ignored -> new Label(lane, key, number), "");
  }

  private static <T> T or(T usual, Function<String, T> reading, String text) {
    try {
      return text == null ? usual : reading.apply(text);
    } catch (IllegalArgumentException e) {
      return usual;
    }
  }
}

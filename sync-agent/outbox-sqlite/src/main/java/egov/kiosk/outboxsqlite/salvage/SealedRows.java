package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.store.RowSeal;
import egov.kiosk.outboxsqlite.store.StoredRow;
import java.util.List;
import java.util.Optional;

/** Recognises the queue's rows among records: only one whose check value fits is one. */
final class SealedRows {
  /** A row with its attempt counter, which the check value does not cover. */
  record Found(StoredRow row, int attempts) {}

  private static final int COLUMNS = 14;

  private SealedRows() {}

  /** The row in a record, in the order of the table's columns. */
  static Optional<Found> recognise(long rowId, byte[] record) {
    return RecordReader.columns(record).flatMap(columns -> recognise(rowId, columns));
  }

  private static Optional<Found> recognise(long rowId, List<Object> columns) {
    if (columns.size() != COLUMNS) {
      return Optional.empty();
    }
    try {
      byte[] bytes = (byte[]) columns.get(13);
      StoredRow row =
          new StoredRow(
              rowId,
              (String) columns.get(1),
              (String) columns.get(2),
              (String) columns.get(3),
              (String) columns.get(4),
              (Long) columns.get(5),
              (Long) columns.get(6),
              (String) columns.get(8),
              Optional.ofNullable((Long) columns.get(9)),
              Optional.ofNullable((String) columns.get(10)),
              Optional.ofNullable((String) columns.get(11)),
              bytes == null ? new byte[0] : bytes);
      boolean sealed = RowSeal.fits(row, (byte[]) columns.get(12));
      int attempts = Math.toIntExact((Long) columns.get(7));
      return sealed ? Optional.of(new Found(row, attempts)) : Optional.empty();
    } catch (ClassCastException | NullPointerException | ArithmeticException e) {
      return Optional.empty();
    }
  }
}

package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.outboxsqlite.store.BoxedRow;
import egov.kiosk.outboxsqlite.store.Standing;
import egov.kiosk.outboxsqlite.store.StoredMessage;
import egov.kiosk.outboxsqlite.store.StoredRow;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Recognises the queue's rows among records: only one whose check value fits is one. */
final class SealedRows {
  private static final int COLUMNS_OF_VERSION_1 = 14;
  private static final int COLUMNS_OF_VERSION_2 = 20;

  /** Newer versions have more of them behind these; what is in those goes with the old file. */
  private static final int COLUMNS = 18;

  private SealedRows() {}

  /** The row in a record, in the order of the table's columns. */
  static Optional<SealedRow> recognise(long rowId, byte[] record, Admission admission)
      throws SQLException {
    Optional<List<Object>> columns = RecordReader.columns(record);
    return columns.isEmpty() ? Optional.empty() : recognise(rowId, columns.get(), admission);
  }

  private static Optional<SealedRow> recognise(
      long rowId, List<Object> columns, Admission admission) throws SQLException {
    try {
      Optional<SealedRow> older =
          switch (columns.size()) {
            case COLUMNS_OF_VERSION_1 -> older(version1(rowId, columns), columns, 12, 7, admission);
            case COLUMNS_OF_VERSION_2 -> version2(rowId, columns, admission);
            default -> Optional.empty();
          };
      return older.isPresent() || columns.size() < COLUMNS
          ? older
          : version3(rowId, columns, admission);
    } catch (ClassCastException | NullPointerException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** A row of version 3 with two columns more has as many, but none of its texts and numbers. */
  private static Optional<SealedRow> version2(long rowId, List<Object> columns, Admission admission)
      throws SQLException {
    try {
      return older(version2(rowId, columns), columns, 18, 10, admission);
    } catch (ClassCastException | NullPointerException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<SealedRow> version3(long rowId, List<Object> columns, Admission admission)
      throws SQLException {
    byte[] bytes = (byte[]) columns.get(17);
    int attempts = Math.toIntExact((Long) columns.get(8));
    return admission
        .admit(
            new BoxedRow(
                rowId,
                (String) columns.get(1),
                (String) columns.get(2),
                (String) columns.get(3),
                Optional.ofNullable((String) columns.get(4)),
                (String) columns.get(5),
                (Long) columns.get(6),
                (Long) columns.get(7),
                (String) columns.get(10),
                (Long) columns.get(11),
                Optional.ofNullable((Long) columns.get(12)),
                Optional.ofNullable((Long) columns.get(13)),
                (byte[]) columns.get(15),
                (byte[]) columns.get(16),
                bytes == null ? new byte[0] : bytes))
        .map(row -> new SealedRow(row, attempts));
  }

  /** The bytes come behind the check value in every version. */
  private static Optional<SealedRow> older(
      StoredRow row, List<Object> columns, int seal, int attempts, Admission admission)
      throws SQLException {
    int count = Math.toIntExact((Long) columns.get(attempts));
    return admission
        .admitOlder(row, (byte[]) columns.get(seal))
        .map(taken -> new SealedRow(taken, count));
  }

  private static StoredRow version1(long rowId, List<Object> columns) {
    StoredMessage message =
        new StoredMessage(
            (String) columns.get(1),
            (String) columns.get(2),
            (String) columns.get(3),
            Lane.NORMAL.name(),
            Optional.empty(),
            Optional.empty(),
            (String) columns.get(4),
            (Long) columns.get(5),
            (Long) columns.get(6));
    Standing standing =
        new Standing(
            (String) columns.get(8),
            0,
            Optional.ofNullable((Long) columns.get(9)),
            Optional.empty(),
            Optional.ofNullable((String) columns.get(10)),
            Optional.ofNullable((String) columns.get(11)));
    return row(rowId, message, standing, columns, 13);
  }

  private static StoredRow version2(long rowId, List<Object> columns) {
    StoredMessage message =
        new StoredMessage(
            (String) columns.get(1),
            (String) columns.get(2),
            (String) columns.get(3),
            (String) columns.get(4),
            Optional.ofNullable((String) columns.get(5)),
            Optional.ofNullable((String) columns.get(6)),
            (String) columns.get(7),
            (Long) columns.get(8),
            (Long) columns.get(9));
    Standing standing =
        new Standing(
            (String) columns.get(12),
            (Long) columns.get(13),
            Optional.ofNullable((Long) columns.get(14)),
            Optional.ofNullable((Long) columns.get(15)),
            Optional.ofNullable((String) columns.get(16)),
            Optional.ofNullable((String) columns.get(17)));
    return row(rowId, message, standing, columns, 19);
  }

  private static StoredRow row(
      long rowId, StoredMessage message, Standing standing, List<Object> columns, int at) {
    byte[] bytes = (byte[]) columns.get(at);
    return new StoredRow(rowId, message, standing, bytes == null ? new byte[0] : bytes);
  }
}

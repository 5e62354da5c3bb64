package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.domain.envelope.Lane;
import egov.kiosk.outboxsqlite.store.RowSeal;
import egov.kiosk.outboxsqlite.store.Standing;
import egov.kiosk.outboxsqlite.store.StoredMessage;
import egov.kiosk.outboxsqlite.store.StoredRow;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/** Recognises the queue's rows among records: only one whose check value fits is one. */
final class SealedRows {
  private static final int COLUMNS_OF_VERSION_1 = 14;
  private static final int COLUMNS = 20;

  private SealedRows() {}

  /** The row in a record, in the order of the table's columns. */
  static Optional<SealedRow> recognise(long rowId, byte[] record, MessageDigest sha256) {
    return RecordReader.columns(record).flatMap(columns -> recognise(rowId, columns, sha256));
  }

  private static Optional<SealedRow> recognise(
      long rowId, List<Object> columns, MessageDigest sha256) {
    try {
      SealedRow found =
          switch (columns.size()) {
            case COLUMNS_OF_VERSION_1 -> version1(rowId, columns);
            case COLUMNS -> version2(rowId, columns);
            default -> null;
          };
      return Optional.ofNullable(found).filter(row -> RowSeal.fits(row.row(), row.seal(), sha256));
    } catch (ClassCastException | NullPointerException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static SealedRow version1(long rowId, List<Object> columns) {
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
    return row(rowId, message, standing, columns, 12, 7);
  }

  private static SealedRow version2(long rowId, List<Object> columns) {
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
    return row(rowId, message, standing, columns, 18, 10);
  }

  /** The bytes come behind the check value in every version. */
  private static SealedRow row(
      long rowId,
      StoredMessage message,
      Standing standing,
      List<Object> columns,
      int seal,
      int attempts) {
    byte[] bytes = (byte[]) columns.get(seal + 1);
    return new SealedRow(
        new StoredRow(rowId, message, standing, bytes == null ? new byte[0] : bytes),
        (byte[]) columns.get(seal),
        Math.toIntExact((Long) columns.get(attempts)));
  }
}

package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.outboxsqlite.store.Schema;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of one table leaf page (SQLite file format §1.6). Anything that does not add up is left
 * out; nothing here throws for what the page holds.
 */
final class LeafPage {
  private static final int TABLE_LEAF = 0x0D;
  private static final int USABLE = Schema.PAGE_SIZE;
  private static final int MAX_LOCAL = USABLE - 35;
  private static final int MIN_LOCAL = (USABLE - 12) * 32 / 255 - 23;
  private static final long MAX_PAYLOAD = 16L * 1024 * 1024;

  /**
   * A cell.
   *
   * @param rowId the row's place
   * @param payload bytes of the whole record
   * @param local the record's beginning, as much as lies in this page
   * @param overflow the page it goes on in; 0 when it does not
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Cell(long rowId, int payload, byte[] local, long overflow) {}

  private LeafPage() {}

  /**
   * The cells.
   *
   * @param first whether this is page 1, which begins with the file's header
   */
  static List<Cell> cells(byte[] page, boolean first) {
    int start = first ? 100 : 0;
    if (page[start] != TABLE_LEAF) {
      return List.of();
    }
    ByteBuffer buffer = ByteBuffer.wrap(page);
    int count = Short.toUnsignedInt(buffer.getShort(start + 3));
    List<Cell> cells = new ArrayList<>();
    for (int i = 0; i < count && start + 8 + 2 * i + 2 <= USABLE; i++) {
      Cell cell = cell(buffer, Short.toUnsignedInt(buffer.getShort(start + 8 + 2 * i)));
      if (cell != null) {
        cells.add(cell);
      }
    }
    return cells;
  }

  private static Cell cell(ByteBuffer page, int offset) {
    Varint payload = Varint.read(page, offset);
    Varint rowId = payload == null ? null : Varint.read(page, payload.end());
    if (rowId == null || payload.value() <= 0 || payload.value() > MAX_PAYLOAD) {
      return null;
    }
    int length = (int) payload.value();
    int local = localBytes(length);
    int end = rowId.end() + local;
    boolean whole = local == length;
    if (end + (whole ? 0 : 4) > USABLE) {
      return null;
    }
    byte[] bytes = new byte[local];
    page.get(rowId.end(), bytes);
    long overflow = whole ? 0 : Integer.toUnsignedLong(page.getInt(end));
    return new Cell(rowId.value(), length, bytes, overflow);
  }

  private static int localBytes(int payload) {
    if (payload <= MAX_LOCAL) {
      return payload;
    }
    int fitted = MIN_LOCAL + (payload - MIN_LOCAL) % (USABLE - 4);
    return fitted <= MAX_LOCAL ? fitted : MIN_LOCAL;
  }
}

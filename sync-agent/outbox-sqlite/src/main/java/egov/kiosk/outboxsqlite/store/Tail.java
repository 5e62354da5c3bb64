package egov.kiosk.outboxsqlite.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The newest rows, which are in none of the indexes by id, lane and slip number yet ({@code filed}
 * is 0). A row of its own is one page of log; entering it into three indexes at once would be three
 * more, so that rows are filed {@value #LENGTH} at a time. Unfiled rows are always among the last
 * {@value #LENGTH} places of the table, where they are found by looking at each. Used by one
 * thread.
 */
final class Tail {
  /** How many of the last places may not be filed. */
  static final int LENGTH = 256;

  /** Says in SQL that a row is not filed, and where such rows are. */
  static final String UNFILED =
      "filed = 0 AND sequence > (SELECT max(sequence) FROM message) - " + LENGTH;

  /** Files all up to a place. Of two rows with one id, which nobody but an intruder writes, one. */
  static final String FILE =
      "UPDATE OR IGNORE message SET filed = 1 WHERE filed = 0 AND sequence > ? AND sequence <= ?";

  private static final String LOAD =
      "SELECT sequence, id FROM message NOT INDEXED WHERE " + UNFILED + " ORDER BY sequence";

  private final Map<String, Long> places = new HashMap<>();
  private final List<String> added = new ArrayList<>();
  private long filed;
  private long filing;

  /** Takes over what is in the file. */
  void load(Connection connection, long last) throws SQLException {
    places.clear();
    added.clear();
    filed = last;
    try (PreparedStatement query = connection.prepareStatement(LOAD);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        filed = Math.min(filed, row.getLong(1) - 1);
        places.put(row.getString(2), row.getLong(1));
      }
    }
    filing = filed;
  }

  /** The place of a message, if it is among them; it may also be filed by now. */
  OptionalLong place(String id) {
    Long place = places.get(id);
    return place == null ? OptionalLong.empty() : OptionalLong.of(place);
  }

  /** One more row; files all of them when there are enough. */
  void add(long sequence, String id, PreparedStatement file) throws SQLException {
    places.put(id, sequence);
    added.add(id);
    if (sequence - filing >= LENGTH) {
      file.setLong(1, filing);
      file.setLong(2, sequence);
      file.executeUpdate();
      filing = sequence;
    }
  }

  /** The transaction under way is durable. */
  void committed() {
    added.clear();
    if (filing > filed) {
      filed = filing;
      places.values().removeIf(place -> place <= filed);
    }
  }

  /** The transaction under way was undone. */
  void undone() {
    added.forEach(places::remove);
    added.clear();
    filing = filed;
  }
}

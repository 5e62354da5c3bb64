package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.rest.RestKeyId;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Under which keys this file holds anything, kept in a small table so that nobody has to look at
 * every row. Written in the same transaction as the first row under a key. Used by one thread.
 */
public final class KeysInUse {
  /** Notes one. */
  static final String NOTE = "INSERT OR IGNORE INTO rest_key (id) VALUES (?)";

  /** Forgets all but one. */
  static final String KEEP_ONLY = "DELETE FROM rest_key WHERE id <> ?";

  private final Set<RestKeyId> noted = new HashSet<>();
  private final Set<RestKeyId> added = new HashSet<>();
  private byte[] last = {};

  /** Knows of none yet. */
  public KeysInUse() {}

  /** What the table says; words in it that are no key ids count as a key nobody has. */
  public static Set<RestKeyId> read(Connection connection) throws SQLException {
    Set<RestKeyId> keys = new LinkedHashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id FROM rest_key ORDER BY id")) {
      while (row.next()) {
        String id = String.valueOf(row.getString(1));
        keys.add(id.matches("[0-9a-f]{16}") ? new RestKeyId(id) : new RestKeyId("f".repeat(16)));
      }
    }
    return keys;
  }

  /**
   * Adds what the rows themselves say, all of them looked at; a row that is not as it was written
   * says nothing.
   *
   * @throws SQLException when some of them cannot be read, with those before added
   */
  static void addFromRows(Connection connection, Set<RestKeyId> keys) throws SQLException {
    MessageDigest sha256 = RowSeal.digest();
    try (Statement statement = connection.createStatement();
        ResultSet columns =
            statement.executeQuery("SELECT " + Rows.COLUMNS + " FROM message NOT INDEXED")) {
      while (columns.next()) {
        BoxedRow row = Rows.read(columns);
        if (RowSeal.fits(row, sha256) && row.box().length >= RestKeyId.LENGTH) {
          keys.add(RestKeyId.of(row.box()));
        }
      }
    }
  }

  void load(Connection connection) throws SQLException {
    noted.clear();
    added.clear();
    noted.addAll(read(connection));
    last = new byte[0];
  }

  /** The same where no statement is at hand; a box too short to have a key has none. */
  public void note(Connection connection, byte[] box) throws SQLException {
    boolean named = box.length >= RestKeyId.LENGTH;
    if (named && !Arrays.equals(box, 0, RestKeyId.LENGTH, last, 0, last.length)) {
      try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
        note(box, insert);
      }
    }
  }

  /** Notes the key of a box that is being written. */
  void note(byte[] box, PreparedStatement insert) throws SQLException {
    if (!Arrays.equals(box, 0, RestKeyId.LENGTH, last, 0, last.length)) {
      RestKeyId key = RestKeyId.of(box);
      last = key.bytes();
      if (!noted.contains(key) && added.add(key)) {
        insert.setString(1, key.value());
        insert.executeUpdate();
      }
    }
  }

  /** The transaction under way forgets all but this one. */
  void keepOnly(RestKeyId key, PreparedStatement delete) throws SQLException {
    delete.setString(1, key.value());
    delete.executeUpdate();
    noted.retainAll(Set.of(key));
    added.retainAll(Set.of(key));
    last = new byte[0];
  }

  /** All of them, as the transaction under way leaves them. */
  Set<RestKeyId> all() {
    Set<RestKeyId> all = new HashSet<>(noted);
    all.addAll(added);
    return all;
  }

  /** The transaction under way is durable. */
  void committed() {
    noted.addAll(added);
    added.clear();
  }

  /** The transaction under way was undone: the table is asked again. */
  void undone(Connection connection) {
    added.clear();
    noted.clear();
    last = new byte[0];
    try {
      noted.addAll(read(connection));
    } catch (SQLException e) {
      // Nothing is noted then; noting a key twice does no harm.
      noted.clear();
    }
  }
}

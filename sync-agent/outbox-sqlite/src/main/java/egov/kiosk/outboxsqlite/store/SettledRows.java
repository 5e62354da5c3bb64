package egov.kiosk.outboxsqlite.store;

import egov.kiosk.domain.retention.Due;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds settled rows that still have what leads to a person: the numbers on the slip and the key of
 * their order. By the time in the platform's receipt; rows of version 1 have none and go by this
 * kiosk's own. Used by one thread.
 */
public final class SettledRows implements AutoCloseable {
  private static final String FROM =
      " FROM message INDEXED BY message_delivered WHERE state = 'DELIVERED'"
          + " AND coalesce(issued_at, settled_at) < ? AND labelled = 1";
  private static final String COUNT =
      "SELECT count(*), min(coalesce(issued_at, settled_at)),"
          + " max(coalesce(issued_at, settled_at))"
          + FROM;
  private static final String PLACES =
      "SELECT sequence" + FROM + " ORDER BY issued_at, sequence LIMIT ?";

  private final Connection connection;

  public SettledRows(Path file) throws SQLException {
    connection = Connections.reader(file);
  }

  /** How many were settled before an instant, and when. */
  public Due due(Instant before) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(COUNT)) {
      query.setLong(1, before.toEpochMilli());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1) == 0
            ? Due.NOTHING
            : new Due(
                row.getLong(1),
                Rows.time(row, 2).map(Instant::ofEpochMilli),
                Rows.time(row, 3).map(Instant::ofEpochMilli));
      }
    }
  }

  /** The places of the oldest of them. */
  public List<Long> places(Instant before, int limit) throws SQLException {
    List<Long> places = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(PLACES)) {
      query.setLong(1, before.toEpochMilli());
      query.setInt(2, limit);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          places.add(row.getLong(1));
        }
      }
    }
    return places;
  }

  /** When a row was settled, if it may be stripped of its labels. */
  static Optional<Instant> settledBefore(StoredRow row, Instant before) {
    Standing standing = row.standing();
    boolean delivered = standing.is(egov.kiosk.domain.outbox.DeliveryState.DELIVERED);
    return standing
        .issuedAt()
        .or(standing::settledAt)
        .map(Instant::ofEpochMilli)
        .filter(at -> delivered && row.bytes().length == 0 && at.isBefore(before));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}

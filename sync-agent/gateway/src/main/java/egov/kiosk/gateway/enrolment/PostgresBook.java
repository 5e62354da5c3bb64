package egov.kiosk.gateway.enrolment;

import egov.kiosk.gateway.postgres.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The book in PostgreSQL, for any number of desks. Each work is one transaction under one advisory
 * lock, which spares every question of order: machines are enrolled a few a day.
 */
final class PostgresBook implements EnrolmentBook {
  /** Whoever else wants to work waits for its turn; the number means nothing. */
  private static final long TURN = 0x65676F76_0003L;

  private static final String TABLES =
      "CREATE TABLE IF NOT EXISTS enrolment_code (id char(24) PRIMARY KEY,"
          + " kiosk_id varchar(32) NOT NULL, used boolean NOT NULL, record bytea NOT NULL);"
          + " CREATE TABLE IF NOT EXISTS issued_certificate (serial varchar(40) PRIMARY KEY,"
          + " kiosk_id varchar(32) NOT NULL, until timestamptz NOT NULL, revoked timestamptz);"
          + " CREATE INDEX IF NOT EXISTS issued_certificate_kiosk ON issued_certificate (kiosk_id);"
          + " CREATE TABLE IF NOT EXISTS revocation_number (one smallint PRIMARY KEY CHECK (one ="
          + " 1), last numeric NOT NULL);"
          + " INSERT INTO revocation_number VALUES (1, 0) ON CONFLICT DO NOTHING";

  private final Database database;
  private boolean ready;

  PostgresBook(Database database) {
    this.database = database;
  }

  @Override
  public synchronized <T> T alone(Work<T> work) throws IOException {
    try {
      return database.transact(
          connection -> {
            try (Statement sql = connection.createStatement()) {
              sql.execute("SELECT pg_advisory_xact_lock(" + TURN + ")");
              if (!ready) {
                sql.execute(TABLES);
              }
            }
            try {
              T result = work.on(new Rows(connection));
              ready = true;
              return result;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public void close() {
    database.close();
  }

  /** The tables within one transaction. */
  private record Rows(Connection connection) implements Page {
    @Override
    public Optional<CodeRecord> code(String id) throws IOException {
      return asked(
          "SELECT record FROM enrolment_code WHERE id = ? FOR UPDATE",
          sql -> sql.setString(1, id),
          row -> row.next() ? CodeRecord.parse(row.getBytes(1)) : Optional.empty());
    }

    @Override
    public void keep(CodeRecord code) throws IOException {
      run(
          "INSERT INTO enrolment_code VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET used ="
              + " EXCLUDED.used, record = EXCLUDED.record",
          sql -> {
            sql.setString(1, code.id());
            sql.setString(2, code.kioskId());
            sql.setBoolean(3, code.used());
            sql.setBytes(4, code.encoded());
          });
    }

    @Override
    public void forgetUnused(String kioskId) throws IOException {
      run(
          "DELETE FROM enrolment_code WHERE kiosk_id = ? AND NOT used",
          sql -> sql.setString(1, kioskId));
    }

    @Override
    public void keep(IssuedCertificate one) throws IOException {
      run(
          "INSERT INTO issued_certificate VALUES (?, ?, ?, ?) ON CONFLICT (serial) DO UPDATE SET"
              + " revoked = EXCLUDED.revoked",
          sql -> {
            sql.setString(1, one.serial().toString(16));
            sql.setString(2, one.kioskId());
            sql.setObject(3, one.until().atOffset(ZoneOffset.UTC));
            sql.setObject(4, one.revoked().map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null));
          });
    }

    @Override
    public List<IssuedCertificate> issued(String kioskId) throws IOException {
      return asked(
          "SELECT serial, kiosk_id, until, revoked FROM issued_certificate WHERE kiosk_id = ?",
          sql -> sql.setString(1, kioskId),
          Rows::certificates);
    }

    @Override
    public List<IssuedCertificate> revoked() throws IOException {
      return asked(
          "SELECT serial, kiosk_id, until, revoked FROM issued_certificate WHERE revoked IS NOT NULL",
          sql -> {},
          Rows::certificates);
    }

    @Override
    public BigInteger nextList(BigInteger above) throws IOException {
      return asked(
          "UPDATE revocation_number SET last = greatest(last, ?) + 1 RETURNING last",
          sql -> sql.setBigDecimal(1, new java.math.BigDecimal(above)),
          row -> {
            row.next();
            return row.getBigDecimal(1).toBigIntegerExact();
          });
    }

    private static List<IssuedCertificate> certificates(ResultSet row) throws SQLException {
      List<IssuedCertificate> found = new ArrayList<>();
      while (row.next()) {
        Optional<Instant> revoked =
            Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        found.add(
            new IssuedCertificate(
                new BigInteger(row.getString(1).strip(), 16),
                row.getString(2),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                revoked));
      }
      return found;
    }

    private interface Filling {
      void fill(PreparedStatement sql) throws SQLException;
    }

    private interface Reading<T> {
      T read(ResultSet row) throws SQLException;
    }

    private void run(String text, Filling filling) throws IOException {
      try (PreparedStatement sql = connection.prepareStatement(text)) {
        filling.fill(sql);
        sql.executeUpdate();
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    private <T> T asked(String text, Filling filling, Reading<T> reading) throws IOException {
      try (PreparedStatement sql = connection.prepareStatement(text)) {
        filling.fill(sql);
        try (ResultSet row = sql.executeQuery()) {
          return reading.read(row);
        }
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    /** A server's text may quote values; its five characters of state never do. */
    private static IOException failed(SQLException failure) {
      return new IOException("the database did not do it: SQLSTATE " + failure.getSQLState());
    }
  }
}

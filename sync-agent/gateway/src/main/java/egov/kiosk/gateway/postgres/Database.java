package egov.kiosk.gateway.postgres;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to PostgreSQL that is made when it is needed and made again after it was lost, no
 * oftener than a growing pause allows. Safe for several threads, serving one at a time.
 *
 * <p>Nobody waits for a session that froze: the server ends one that keeps a transaction open for 5
 * s without a word, and one whose machine no longer answers.
 */
public final class Database implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration SHORTEST = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final int MOST_DOUBLINGS = 6;
  private static final String SESSION =
      "-c synchronous_commit=on -c lock_timeout=20000 -c idle_in_transaction_session_timeout=5000"
          + " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3";

  private final String url;
  private final LongSupplier nanos;
  private Connection connection;
  private boolean closed;
  private int failures;
  private long notBefore;

  /**
   * @param address {@code postgresql://host:port/database?user=...}; the password, if one is
   *     needed, comes from the file {@code PGPASSFILE} names, or {@code ~/.pgpass}
   * @param nanos a clock that never goes back, e.g. {@code System::nanoTime}
   */
  public Database(String address, LongSupplier nanos) {
    if (!address.startsWith("postgresql:")) {
      throw new IllegalArgumentException("a database's address begins with postgresql:");
    }
    url = "jdbc:" + address;
    this.nanos = Objects.requireNonNull(nanos, "nanos");
    notBefore = nanos.getAsLong();
  }

  /** Something to do within one transaction. */
  public interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /**
   * Does the work in one transaction and commits it.
   *
   * @throws IOException when it could not be done, or nobody knows whether it was committed
   */
  public synchronized <T> T transact(Work<T> work) throws IOException {
    Connection current = connected();
    try {
      T result = work.in(current);
      current.commit();
      return result;
    } catch (SQLException e) {
      throw failed(e);
    } catch (RuntimeException e) {
      drop();
      throw e;
    }
  }

  /** Gives up the connection and with it every lock it holds; the next work makes a new one. */
  public synchronized void forget() {
    drop();
  }

  @Override
  public synchronized void close() {
    closed = true;
    drop();
  }

  private Connection connected() throws IOException {
    if (closed) {
      throw new IOException("the database is closed");
    }
    if (connection != null) {
      return connection;
    }
    pause();
    if (connection != null) {
      return connection;
    }
    try {
      Connection made = DriverManager.getConnection(url, properties());
      made.setAutoCommit(false);
      connection = made;
      if (failures > 0) {
        LOG.info("The database is back");
      }
      failures = 0;
      return made;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("options", SESSION);
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("loginTimeout", "10");
    properties.setProperty("socketTimeout", "30");
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("reWriteBatchedInserts", "true");
    properties.setProperty("logServerErrorDetail", "false");
    properties.setProperty("ApplicationName", "kiosk-gateway");
    return properties;
  }

  private void pause() throws IOException {
    try {
      long left = notBefore - nanos.getAsLong();
      if (left > 0) {
        wait(left / 1_000_000 + 1);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while waiting for the database", e);
    }
    if (closed) {
      throw new IOException("the database is closed");
    }
  }

  /** Gives up the connection unless the server merely refused this work. */
  private IOException failed(SQLException failure) {
    boolean kept = connection != null && stands(failure) && rolledBack();
    if (!kept) {
      drop();
      if (failures == 0) {
        LOG.error(
            "The database cannot be used ({}); nothing is acknowledged until it can, trying again"
                + " by itself",
            describe(failure));
      }
      long ceiling = SHORTEST.toNanos() << Math.min(failures, MOST_DOUBLINGS);
      ceiling = Math.min(ceiling, LONGEST.toNanos());
      failures++;
      long random = ThreadLocalRandom.current().nextLong(ceiling / 2 + 1);
      notBefore = nanos.getAsLong() + ceiling / 2 + random;
    }
    return new IOException("the database did not do it: " + describe(failure), failure);
  }

  /** A server's text may quote values; its five characters of state never do. */
  private static String describe(SQLException failure) {
    return "SQLSTATE " + failure.getSQLState();
  }

  /** Classes 08, 53, 57 and 58 speak of the connection or the server, not of the work. */
  private static boolean stands(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    return !state.matches("(08|53|57|58|XX|25).*|null");
  }

  private boolean rolledBack() {
    try {
      connection.rollback();
      return true;
    } catch (SQLException e) {
      return false;
    }
  }

  private void drop() {
    Connection last = connection;
    connection = null;
    if (last != null) {
      try {
        last.close();
      } catch (SQLException e) {
        LOG.debug("A broken connection did not close");
      }
    }
    notifyAll();
  }
}

package egov.kiosk.localapi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;

/**
 * Closes connections that take too long to say what they want. A connection must deliver a whole
 * request within a few seconds of being opened or of its last answer; sending one byte a second
 * does not count as progress. While the desk works on a request, or an event stream is open, the
 * clock stands still.
 */
final class SlowConnections implements Connection.Listener {
  private static final long HANDLING = Long.MAX_VALUE;

  private final long limitNanos;
  private final Map<Connection, Long> waitingSince = new ConcurrentHashMap<>();

  SlowConnections(long limitMillis) {
    this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
  }

  @Override
  public void onOpened(Connection connection) {
    waitingSince.put(connection, System.nanoTime());
  }

  @Override
  public void onClosed(Connection connection) {
    waitingSince.remove(connection);
  }

  /** The request has been read whole; the desk works on it. */
  void handling(Connection connection) {
    waitingSince.computeIfPresent(connection, (key, since) -> HANDLING);
  }

  /** The answer was sent; the next request is awaited. */
  void answered(Connection connection) {
    waitingSince.computeIfPresent(connection, (key, since) -> System.nanoTime());
  }

  /** Closes what has been waited for too long; called about once a second. */
  void sweep() {
    long now = System.nanoTime();
    waitingSince.forEach(
        (connection, since) -> {
          if (since != HANDLING && now - since > limitNanos) {
            connection.getEndPoint().close();
          }
        });
  }
}

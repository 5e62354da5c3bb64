package egov.kiosk.localapi;

import egov.kiosk.flow.desk.CitizenDesk;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The server: one loopback port, hard limits, nothing announced. Made, started and stopped by one
 * thread; serving uses at most {@value #MAX_THREADS} threads of its own.
 */
final class LocalServer implements AutoCloseable {
  private static final int MAX_THREADS = 16;
  private static final int MAX_CONNECTIONS = 512;
  private static final int MAX_HEADER = 8 * 1024;
  private static final long REQUEST_MILLIS = 4_000;
  private static final long HEARTBEAT_SECONDS = 5;

  private final Server server;
  private final ServerConnector connector;
  private final EventStreams events;
  private final SlowConnections slow = new SlowConnections(REQUEST_MILLIS);
  private final ScheduledExecutorService sweeper;

  /**
   * @param port the port on 127.0.0.1, 0 for any free one
   * @param tokens what API calls must carry
   * @param files finds static files
   * @param desks what is served
   * @throws IOException when the port cannot be had
   */
  LocalServer(int port, Tokens tokens, Function<String, URL> files, Desks desks)
      throws IOException {
    QueuedThreadPool pool = new QueuedThreadPool(MAX_THREADS, 4);
    pool.setName("http");
    pool.setDaemon(true);
    pool.setReservedThreads(0);
    // A pooled buffer would keep the last citizen's form until somebody else's bytes cover it.
    server = new Server(pool, null, new ByteBufferPool.NonPooling());
    HttpConfiguration http = new HttpConfiguration();
    http.setRequestHeaderSize(MAX_HEADER);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setSendDateHeader(false);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost("127.0.0.1");
    connector.setPort(port);
    connector.setIdleTimeout(TimeUnit.SECONDS.toMillis(30));
    // A full backlog drops the greeting of an honest client, who then waits a second to repeat it.
    connector.setAcceptQueueSize(MAX_CONNECTIONS);
    connector.addBean(slow);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
    server.setErrorHandler(new PlainErrors());
    connector.open();
    // The page a citizen sees first needs no JSON; loading what writes it is a tenth of the start.
    Later<ApiJson> json = new Later<>(() -> new ApiJson(desks.technicians()::notice));
    PageTokens pages = tokens.pages();
    events = new EventStreams(json, pages);
    server.setHandler(
        new KioskHandler(
            new RequestGuard(connector.getLocalPort(), tokens),
            new Pages(files, pages),
            new ApiRoutes(desks, json, id -> events.follow(Optional.of(id))),
            pages,
            events,
            desks,
            slow));
    sweeper =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "http-sweeper");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Starts serving. */
  void start() throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      throw new IOException("the local API could not start: " + e.getMessage(), e);
    }
    sweeper.scheduleWithFixedDelay(slow::sweep, 500, 500, TimeUnit.MILLISECONDS);
    sweeper.scheduleWithFixedDelay(
        events::heartbeat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
  }

  int port() {
    return connector.getLocalPort();
  }

  /** Passes the desk's changes on to every screen, until the returned registration is closed. */
  CitizenDesk.Listening follow(CitizenDesk desk) {
    CitizenDesk.Listening listening = desk.listen(events);
    events.kioskChanged(desk.kiosk());
    events.sessionChanged(desk.current());
    return listening;
  }

  /** Ends all streams and stops serving, within 5 seconds. */
  @Override
  public void close() {
    sweeper.shutdownNow();
    events.closeAll();
    server.setStopTimeout(2_000);
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("the local API did not stop cleanly", e);
    }
  }
}

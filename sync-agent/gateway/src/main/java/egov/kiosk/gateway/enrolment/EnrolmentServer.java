package egov.kiosk.gateway.enrolment;

import egov.kiosk.enrolment.message.Frames;
import egov.kiosk.enrolment.message.Turns;
import egov.kiosk.tls.BoundedServerSocket;
import egov.kiosk.tls.BoundedSocket;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.LineSettings;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.national.OneWayLines;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for machines: national lines on which only the desk proves itself, two turns each, at
 * most {@value #MOST} machines at a time and thirty seconds for all a machine says. Safe for
 * several threads.
 */
final class EnrolmentServer implements AutoCloseable {
  static final int MOST = 16;

  private static final Logger LOG = LoggerFactory.getLogger(EnrolmentServer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int BACKLOG = 16;

  private final EnrolmentDesk desk;
  private final OneWayLines lines;
  private final LineSettings settings;
  private final BoundedServerSocket listening;
  private final Set<BoundedSocket> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong number = new AtomicLong();
  private final ExecutorService hands =
      new ThreadPoolExecutor(0, MOST, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);
  private volatile boolean closed;

  private EnrolmentServer(
      EnrolmentDesk desk, OneWayLines lines, LineSettings settings, InetSocketAddress where)
      throws IOException {
    this.desk = desk;
    this.lines = lines;
    this.settings = settings;
    listening = new BoundedServerSocket(where, BACKLOG);
  }

  /** Starts to listen and returns. */
  static EnrolmentServer start(
      EnrolmentDesk desk, OneWayLines lines, LineSettings settings, InetSocketAddress where)
      throws IOException {
    EnrolmentServer server = new EnrolmentServer(desk, lines, settings, where);
    server.thread(server::listen).start();
    return server;
  }

  int port() {
    return listening.getLocalPort();
  }

  private void listen() {
    while (!closed) {
      try {
        take(listening.accept());
      } catch (IOException e) {
        if (!closed) {
          LOG.error("No connection can be taken: {}", e.getClass().getSimpleName());
          pause();
        }
      }
    }
  }

  private void take(BoundedSocket machine) throws IOException {
    open.add(machine);
    try {
      hands.execute(() -> serve(machine));
    } catch (RejectedExecutionException e) {
      open.remove(machine);
      machine.close();
    }
  }

  private void serve(BoundedSocket machine) {
    try (machine;
        SecuredLine line = lines.accept(machine, settings, PATIENCE)) {
      byte[] request = Frames.read(line.input());
      byte[] asked = desk.begin(request);
      Frames.write(line.output(), asked);
      if (!Turns.isRefused(asked)) {
        Frames.write(line.output(), desk.finish(request, Frames.read(line.input())));
      }
    } catch (LineException e) {
      LOG.debug("A machine's line did not come about: {}", e.fault());
    } catch (IOException e) {
      LOG.debug("A machine went away: {}", e.getClass().getSimpleName());
    } finally {
      open.remove(machine);
    }
  }

  @Override
  public void close() {
    closed = true;
    hands.shutdownNow();
    try {
      listening.close();
      for (BoundedSocket machine : open) {
        machine.close();
      }
    } catch (IOException e) {
      LOG.debug("The port was closed before");
    }
  }

  private Thread thread(Runnable task) {
    Thread made = new Thread(task, "enrolment-" + number.incrementAndGet());
    made.setDaemon(true);
    return made;
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

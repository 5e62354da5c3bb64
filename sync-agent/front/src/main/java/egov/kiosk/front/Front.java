package egov.kiosk.front;

import egov.kiosk.tls.BoundedServerSocket;
import egov.kiosk.tls.BoundedSocket;
import egov.kiosk.tls.LineException;
import egov.kiosk.tls.SecuredLine;
import egov.kiosk.tls.national.NationalAcceptor;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes national lines and carries them to the broker. Two threads for a connection, so it is meant
 * for some hundred kiosks; all buffers are of fixed size. Either side's end ends the other. Safe
 * for use by several threads.
 */
public final class Front implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Front.class);
  private static final int BACKLOG = 128;
  private static final long SWEEP_MILLIS = 1000;

  private final FrontSettings settings;
  private final NationalAcceptor acceptor;
  private final BoundedServerSocket listening;
  private final Semaphore connections;
  private final Semaphore handshakes;
  private final Set<Passage> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong number = new AtomicLong();
  private final Refusals refusals = new Refusals(System::nanoTime);
  private final ThreadFactory threads = this::thread;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(threads);
  private volatile boolean closed;

  private Front(FrontSettings settings, NationalAcceptor acceptor) throws IOException {
    this.settings = settings;
    this.acceptor = acceptor;
    connections = new Semaphore(settings.connections());
    handshakes = new Semaphore(settings.handshakes());
    listening = new BoundedServerSocket(settings.listen(), BACKLOG);
  }

  /** Starts to listen and returns. */
  public static Front start(FrontSettings settings, NationalAcceptor acceptor) throws IOException {
    Front front = new Front(settings, Objects.requireNonNull(acceptor, "acceptor"));
    front.threads.newThread(front::listen).start();
    front.sweeper.scheduleWithFixedDelay(
        front::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    return front;
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  /** Connections it holds now, those in a handshake among them. */
  public int size() {
    return open.size();
  }

  /** Ends every connection. */
  @Override
  public void close() {
    closed = true;
    sweeper.shutdownNow();
    try {
      listening.close();
    } catch (IOException e) {
      LOG.debug("The port was closed before");
    }
    open.forEach(Passage::close);
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

  private void take(BoundedSocket client) throws IOException {
    if (!connections.tryAcquire()) {
      client.close();
      return;
    }
    if (!handshakes.tryAcquire()) {
      connections.release();
      client.close();
      return;
    }
    Passage passage = new Passage(client, System::nanoTime);
    open.add(passage);
    threads.newThread(() -> serve(client, passage)).start();
  }

  private void serve(BoundedSocket client, Passage passage) {
    try {
      SecuredLine line = secure(client);
      passage.carry(line, settings, threads);
    } catch (LineException e) {
      refusals.add(e.fault().name(), e.getMessage());
    } catch (ForeignIdentityException e) {
      LOG.error("A client was refused: {}", e.getMessage());
    } catch (SocketTimeoutException e) {
      refusals.add("SILENT", "it did not bring the handshake to its end");
    } catch (IOException e) {
      refusals.add(e.getClass().getSimpleName(), "the connection ended");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      passage.close();
      open.remove(passage);
      connections.release();
    }
  }

  private SecuredLine secure(BoundedSocket client) throws IOException {
    try {
      client.setTcpNoDelay(true);
      return acceptor.secure(client, settings.handshake());
    } finally {
      handshakes.release();
    }
  }

  private void sweep() {
    for (Passage passage : open) {
      if (passage.stalled(settings.stall().toNanos())) {
        LOG.warn("A connection carries nothing any more; it is closed");
        passage.close();
      }
    }
  }

  private Thread thread(Runnable task) {
    Thread made = new Thread(task, "front-" + number.incrementAndGet());
    made.setDaemon(true);
    return made;
  }

  /** Out of file handles, most likely: trying again at once would only burn the processor. */
  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

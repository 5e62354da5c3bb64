package egov.kiosk.agent;

import egov.kiosk.agent.uplink.SendOutcome;
import egov.kiosk.agent.uplink.Uplink;
import egov.kiosk.agent.uplink.UplinkListener;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import egov.kiosk.domain.outbox.AppendListener;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.trace.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries the queue to the platform and its receipts back (同步代理), on the one thread {@code
 * sync-agent}; {@link ReceiptThreads} enter the receipts. An acknowledgement by the broker settles
 * nothing: a message is sent again and again until a verified receipt of the platform has been
 * entered in the outbox. The agent remembers nothing the outbox does not: it can be killed at any
 * time.
 */
public final class SyncAgent implements AppendListener, Connectivity, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SyncAgent.class);
  private static final Duration STOP_UPLINK = Duration.ofSeconds(4);
  private static final long STOP_MILLIS = 5000;
  private static final long LONGEST_SLEEP = TimeUnit.SECONDS.toNanos(30);
  private static final long NONE = Long.MAX_VALUE;
  private static final long AFTER_BUG = TimeUnit.SECONDS.toNanos(1);

  private final Uplink uplink;
  private final InstantSource clock;
  private final Iterable<ConnectivityListener> connectivityListeners;
  private final Mailbox mailbox = new Mailbox();
  private final AtomicLong lowestAppended = new AtomicLong(NONE);
  private final Drain drain;
  private final ReceiptThreads receiptThreads = new ReceiptThreads();
  private final ReceiptDesk desk;
  private final Reception reception;
  private final QuietLog log;
  private final LongSupplier nanos;
  private volatile long round;
  private final Thread thread = new Thread(this::run, "sync-agent");
  private volatile boolean online;
  private volatile boolean stopping;
  private volatile AgentStatus status;
  private Instant since;

  /** Whom the agent tells; looked at anew each time, so that the sets may change at any time. */
  public record Listeners(
      Iterable<SettlementListener> settlements,
      Iterable<ConnectivityListener> connectivity,
      Spans spans) {
    /** As above, and nobody wants to know how long things took. */
    public Listeners(
        Iterable<SettlementListener> settlements, Iterable<ConnectivityListener> connectivity) {
      this(settlements, connectivity, Spans.NONE);
    }
  }

  /**
   * Makes an agent that does nothing until {@link #start}.
   *
   * @param clock what a technician is shown times by
   * @param nanos what waiting is measured by; never set back, such as {@link System#nanoTime}
   */
  public SyncAgent(
      Outbox outbox,
      Uplink uplink,
      ReceiptVerifier verifier,
      Listeners listeners,
      AgentSettings settings,
      InstantSource clock,
      LongSupplier nanos) {
    this(
        outbox,
        uplink,
        verifier,
        listeners,
        settings,
        clock,
        nanos,
        new Parts(null, new OrderKeys()));
  }

  /** What a test may want otherwise: threads for receipts, null for the agent's own; the keys. */
  record Parts(Executor receiptThreads, OrderKeys keys) {}

  /** As above, with parts of the caller's. */
  SyncAgent(
      Outbox outbox,
      Uplink uplink,
      ReceiptVerifier verifier,
      Listeners listeners,
      AgentSettings settings,
      InstantSource clock,
      LongSupplier nanos,
      Parts parts) {
    this.uplink = uplink;
    this.clock = clock;
    this.nanos = nanos;
    this.connectivityListeners = listeners.connectivity();
    log = new QuietLog(nanos);
    Backoff backoff = new Backoff(settings, RandomGenerator.getDefault());
    Roll roll = new Roll();
    Stopwatch watch = new Stopwatch(listeners.spans(), nanos);
    Sender sender = new Sender(outbox, uplink, roll, backoff, this::outcome, watch);
    Dispatch dispatch = new Dispatch(outbox, sender, backoff, nanos, roll, parts.keys());
    drain = new Drain(sender, dispatch, backoff, nanos, log);
    reception = new Reception(mailbox, drain, listeners.settlements(), log);
    Executor threads = parts.receiptThreads() == null ? receiptThreads : parts.receiptThreads();
    desk = new ReceiptDesk(verifier, outbox, threads, reception, watch);
    since = clock.instant();
    status = new AgentStatus(false, since, DrainStatus.NOTHING, 0, 0);
  }

  /** Starts the thread, then the uplink. */
  public void start() {
    thread.start();
    startUplink();
  }

  void startUplink() {
    uplink.start(
        new UplinkListener() {
          @Override
          public void connected() {
            mailbox.post(() -> line(true, ""));
          }

          @Override
          public void disconnected(String reason) {
            mailbox.post(() -> line(false, reason));
          }

          @Override
          public void receipt(byte[] message) {
            desk.take(message);
          }
        });
  }

  /** Takes other settings from the next message on. */
  public void settings(AgentSettings changed) {
    mailbox.post(() -> drain.settings(changed));
  }

  private void outcome(long sequence, long sending, SendOutcome outcome) {
    mailbox.post(() -> drain.outcome(sequence, sending, outcome));
  }

  @Override
  public void appended(long sequence) {
    lowestAppended.accumulateAndGet(sequence, Math::min);
    mailbox.ring();
  }

  @Override
  public boolean online() {
    return online;
  }

  /** Tells a new listener how things stand, on the agent's thread and so in the right order. */
  public void introduce(ConnectivityListener listener) {
    mailbox.post(() -> tell(listener));
  }

  AgentStatus status() {
    return status;
  }

  /** How long the thread has not been round its loop. */
  public Duration silent() {
    long last = round;
    return last == 0 ? Duration.ZERO : Duration.ofNanos(nanos.getAsLong() - last);
  }

  private void run() {
    mailbox.own();
    while (!stopping) {
      // Zero means that it has not begun; a clock may give just that, once in centuries.
      round = nanos.getAsLong() | 1;
      long wait = AFTER_BUG;
      try {
        wait = step();
      } catch (RuntimeException e) {
        log.problem("bug", "an error of the program on the agent's thread: " + e);
      }
      mailbox.await(Math.min(wait, LONGEST_SLEEP));
    }
  }

  /** One round on the agent's thread; gives the nanoseconds until the next one is due. */
  long step() {
    for (Runnable news = mailbox.nextNews(); news != null; news = mailbox.nextNews()) {
      news.run();
    }
    long lowest = lowestAppended.getAndSet(NONE);
    if (lowest != NONE) {
      drain.appended(lowest);
    }
    long wait = drain.work();
    status = new AgentStatus(online, since, drain.status(), reception.refused(), desk.dropped());
    return wait;
  }

  private void line(boolean up, String reason) {
    if (up) {
      drain.connected();
    } else {
      drain.disconnected();
    }
    if (up == online) {
      return;
    }
    online = up;
    since = clock.instant();
    if (up) {
      LOG.info("agent: connected");
    } else {
      LOG.warn("agent: disconnected: {}", reason);
    }
    connectivityListeners.forEach(this::tell);
  }

  private void tell(ConnectivityListener listener) {
    try {
      listener.connectivityChanged(online);
    } catch (RuntimeException e) {
      log.problem("listener", "a connectivity listener failed: " + e.getClass().getName());
    }
  }

  /** Stops the uplink and the thread; what is on its way is sent again by the next agent. */
  @Override
  public void close() {
    stopping = true;
    mailbox.ring();
    uplink.stop(STOP_UPLINK);
    receiptThreads.close();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

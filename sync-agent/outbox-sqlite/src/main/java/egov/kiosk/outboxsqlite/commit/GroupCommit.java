package egov.kiosk.outboxsqlite.commit;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import egov.kiosk.outboxsqlite.commit.Ticket.Manner;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Commits the work of many callers together (组提交). There is no writer thread: the first caller
 * leads, runs everything that is waiting in one transaction and makes it durable; those that came
 * meanwhile wait, and the oldest of them leads the next group. A single caller therefore pays no
 * hand-over between threads, and under load the price of one sync is shared.
 *
 * <p>Callers that come again at once would otherwise form two groups that take turns, or the first
 * to come back would lead itself alone. So a leader waits for as many callers as there were a
 * moment ago, but not longer than half of what the last group took. A single caller never waits.
 *
 * <p>Safe for use by several threads.
 */
public final class GroupCommit {
  private static final int GROUP = 128;
  private static final long MOST_PATIENCE = 1_000_000;

  private final Transactions store;
  private final Object gate = new Object();
  private final ArrayDeque<Ticket<?>> waiting = new ArrayDeque<>();
  private boolean led;
  private int expected;
  private long patience;
  private long handedOver;
  private Thread gathering;
  private boolean closed;

  public GroupCommit(Transactions store) {
    this.store = store;
  }

  /**
   * Runs work inside a transaction, perhaps with that of others, and returns when it is durable.
   *
   * @throws OutboxException when the work was refused or the store failed; then it left no trace
   */
  public <T> T run(Work<T> work) throws OutboxException {
    return submit(new Ticket<>(work, Manner.SYNCED));
  }

  /**
   * The same for work whose loss in a power cut does no harm, because it will be done again: nobody
   * waits for the disk on its account.
   */
  public <T> T runRelaxed(Work<T> work) throws OutboxException {
    return submit(new Ticket<>(work, Manner.RELAXED));
  }

  /** Runs work when no transaction is open and keeps all others waiting meanwhile. */
  public <T> T runAlone(Work<T> work) throws OutboxException {
    return submit(new Ticket<>(work, Manner.ALONE));
  }

  /**
   * Takes no more work, waits for what is under way, then runs the last work alone.
   *
   * @return whether this call closed it; it had not been closed before
   */
  public boolean close(Work<?> last) throws OutboxException {
    Ticket<?> ticket = new Ticket<>(last, Manner.ALONE);
    boolean lead;
    synchronized (gate) {
      if (closed) {
        return false;
      }
      closed = true;
      lead = enter(ticket);
    }
    finish(ticket, lead);
    return true;
  }

  private <T> T submit(Ticket<T> ticket) throws OutboxException {
    boolean lead;
    synchronized (gate) {
      if (closed) {
        throw new OutboxException(Reason.CLOSED, "the queue is closed");
      }
      lead = enter(ticket);
    }
    return finish(ticket, lead);
  }

  private boolean enter(Ticket<?> ticket) {
    waiting.add(ticket);
    if (gathering != null && waiting.size() >= expected) {
      LockSupport.unpark(gathering);
    }
    boolean lead = !led;
    led = true;
    return lead;
  }

  private <T> T finish(Ticket<T> ticket, boolean lead) throws OutboxException {
    if (lead || ticket.await()) {
      gather();
      leadOneGroup();
    }
    return ticket.result();
  }

  /** The leader's own ticket is the oldest one, so it is always in the group. */
  private void leadOneGroup() {
    List<Ticket<?>> group = nextGroup();
    long begun = System.nanoTime();
    try {
      commit(group);
    } finally {
      handOver(group.size(), System.nanoTime() - begun);
      group.forEach(Ticket::done);
    }
  }

  private void gather() {
    if (System.nanoTime() - handedOver > MOST_PATIENCE) {
      // The others have gone.
      return;
    }
    long end = System.nanoTime() + patience;
    for (long left = patience; left > 0; left = end - System.nanoTime()) {
      synchronized (gate) {
        if (waiting.size() >= expected || closed) {
          break;
        }
        gathering = Thread.currentThread();
      }
      LockSupport.parkNanos(this, left);
    }
  }

  private List<Ticket<?>> nextGroup() {
    List<Ticket<?>> group = new ArrayList<>();
    synchronized (gate) {
      gathering = null;
      do {
        group.add(waiting.poll());
      } while (!group.get(0).alone()
          && group.size() < GROUP
          && !waiting.isEmpty()
          && !waiting.peek().alone());
    }
    return group;
  }

  private void handOver(int done, long nanos) {
    synchronized (gate) {
      handedOver = System.nanoTime();
      expected = Math.min(GROUP, done + waiting.size());
      patience = Math.min(MOST_PATIENCE, nanos / 2);
      Ticket<?> next = waiting.peek();
      if (next == null) {
        led = false;
      } else {
        next.lead();
      }
    }
  }

  private void commit(List<Ticket<?>> group) {
    if (group.get(0).alone()) {
      runBare(group.get(0));
      return;
    }
    Exception failure = attempt(group);
    if (failure == null) {
      return;
    }
    if (group.size() == 1) {
      group.get(0).fail(failure);
      return;
    }
    // One caller's misfortune, e.g. a message too large for the space left, is not everybody's.
    for (Ticket<?> ticket : group) {
      Exception own = attempt(List.of(ticket));
      if (own != null) {
        ticket.fail(own);
      }
    }
  }

  private void runBare(Ticket<?> ticket) {
    try {
      ticket.run();
      ticket.stand();
    } catch (SQLException e) {
      ticket.fail(store.translate(e));
    }
  }

  private static boolean synced(List<Ticket<?>> group) {
    for (Ticket<?> ticket : group) {
      if (ticket.manner == Manner.SYNCED) {
        return true;
      }
    }
    return false;
  }

  private Exception attempt(List<Ticket<?>> group) {
    try {
      store.begin(synced(group));
      for (Ticket<?> ticket : group) {
        ticket.run();
      }
      store.commit();
      group.forEach(Ticket::stand);
      return null;
    } catch (SQLException e) {
      store.rollback(e);
      return store.translate(e);
    } catch (OutboxException | RuntimeException e) {
      store.rollback(e);
      return e;
    }
  }
}

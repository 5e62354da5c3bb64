package egov.kiosk.outboxsqlite.commit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.OutboxException.Reason;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private final Store store = new Store();
  private final GroupCommit commits = new GroupCommit(store);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** A store that writes down what is done to it; the first commit can be made to wait. */
  private static final class Store implements Transactions {
    final List<String> log = new ArrayList<>();
    final List<Boolean> begun = new ArrayList<>();
    final CountDownLatch firstCommit = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(0);
    int failingCommits;
    private int works;

    synchronized Long work(long value) {
      works++;
      return value;
    }

    @Override
    public synchronized void begin(boolean synced) {
      begun.add(synced);
      works = 0;
    }

    @Override
    public void commit() throws SQLException {
      firstCommit.countDown();
      try {
        assertTrue(release.await(20, TimeUnit.SECONDS));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      synchronized (this) {
        if (failingCommits > 0) {
          failingCommits--;
          throw new SQLException("the disk failed");
        }
        log.add("commit of " + works);
      }
    }

    @Override
    public synchronized void rollback(Exception cause) {
      log.add("rollback of " + works);
    }

    @Override
    public OutboxException translate(SQLException e) {
      return new OutboxException(Reason.IO, "translated", e);
    }
  }

  @AfterEach
  void stop() throws Exception {
    threads.shutdownNow();
    assertTrue(threads.awaitTermination(20, TimeUnit.SECONDS));
  }

  @Test
  void runRelaxed_alone_notSyncedUntilSomebodyNeedsIt() throws Exception {
    commits.runRelaxed(() -> store.work(1));
    commits.run(() -> store.work(2));
    commits.runRelaxed(() -> store.work(3));
    assertEquals(List.of(false, true, false), store.begun);
  }

  @Test
  void run_aloneOnTheQueue_oneCommitOnTheCallersThread() throws Exception {
    Thread[] ran = new Thread[1];
    long result =
        commits.run(
            () -> {
              ran[0] = Thread.currentThread();
              return store.work(7);
            });
    assertEquals(7, result);
    assertEquals(Thread.currentThread(), ran[0]);
    assertEquals(List.of("commit of 1"), store.log);
  }

  @Test
  void run_othersComeDuringACommit_committedTogether() throws Exception {
    List<Future<Long>> all = submitWhileTheFirstCommits(9);
    for (int i = 0; i < all.size(); i++) {
      assertEquals(i, all.get(i).get(20, TimeUnit.SECONDS));
    }
    assertEquals(List.of("commit of 1", "commit of 9"), store.log);
  }

  @Test
  void run_groupFailsOnce_eachTriedAlone() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    store.release = hold;
    List<Future<Long>> all = begin(5);
    synchronized (store) {
      store.failingCommits = 2;
    }
    hold.countDown();
    // The first commit fails for its only member, the next one for the group of five.
    assertThrows(Exception.class, () -> all.get(0).get(20, TimeUnit.SECONDS));
    for (int i = 1; i < all.size(); i++) {
      assertEquals(i, all.get(i).get(20, TimeUnit.SECONDS));
    }
    assertEquals(5, store.log.stream().filter("commit of 1"::equals).count());
    assertTrue(store.log.contains("rollback of 5"), store.log.toString());
  }

  @Test
  void run_workRefused_onlyItsCallerHearsOfIt() throws Exception {
    OutboxException refused =
        assertThrows(
            OutboxException.class,
            () ->
                commits.run(
                    () -> {
                      throw new OutboxException(Reason.CONFLICT, "refused");
                    }));
    assertEquals(Reason.CONFLICT, refused.reason());
    assertEquals(5, commits.run(() -> store.work(5)));
  }

  @Test
  void run_errorOfTheProgram_neverReportedAsDurable() throws Exception {
    assertThrows(
        AssertionError.class,
        () ->
            commits.run(
                () -> {
                  throw new AssertionError("a bug");
                }));
    assertEquals(5, commits.run(() -> store.work(5)), "the next caller is not held up");
  }

  @Test
  void runAlone_betweenOthers_outsideOfTransactions() throws Exception {
    assertEquals("done", commits.runAlone(() -> "done"));
    assertTrue(store.log.isEmpty());
  }

  @Test
  void close_twice_lastWorkOnceAndLaterCallersRefused() throws Exception {
    List<String> closed = new ArrayList<>();
    assertTrue(commits.close(() -> closed.add("closed")));
    assertFalse(commits.close(() -> closed.add("again")));
    assertEquals(List.of("closed"), closed);
    OutboxException refused =
        assertThrows(OutboxException.class, () -> commits.run(() -> store.work(1)));
    assertEquals(Reason.CLOSED, refused.reason());
  }

  @Test
  void close_whileOthersWait_theyAreServedFirst() throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    store.release = hold;
    List<Future<Long>> all = begin(4);
    Future<Boolean> closing = threads.submit(() -> commits.close(() -> store.log.add("closed")));
    org.awaitility.Awaitility.await().until(() -> refusesNow());
    hold.countDown();
    assertTrue(closing.get(20, TimeUnit.SECONDS));
    for (Future<Long> one : all) {
      one.get(20, TimeUnit.SECONDS);
    }
    assertEquals("closed", store.log.get(store.log.size() - 1));
  }

  private boolean refusesNow() {
    try {
      Future<Long> probe = threads.submit(() -> commits.run(() -> store.work(0)));
      probe.get(50, TimeUnit.MILLISECONDS);
      return false;
    } catch (java.util.concurrent.TimeoutException e) {
      return false;
    } catch (java.util.concurrent.ExecutionException e) {
      return e.getCause() instanceof OutboxException;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Future<Long>> submitWhileTheFirstCommits(int others) throws Exception {
    CountDownLatch hold = new CountDownLatch(1);
    store.release = hold;
    List<Future<Long>> all = begin(others);
    hold.countDown();
    return all;
  }

  /** One caller in its commit, and a number of others waiting behind it. */
  private List<Future<Long>> begin(int others) throws Exception {
    List<Future<Long>> all = new ArrayList<>();
    List<Thread> waiting = new ArrayList<>();
    all.add(threads.submit(() -> commits.run(() -> store.work(0))));
    assertTrue(store.firstCommit.await(20, TimeUnit.SECONDS));
    for (long i = 1; i <= others; i++) {
      long value = i;
      CountDownLatch started = new CountDownLatch(1);
      all.add(
          threads.submit(
              () -> {
                waiting.add(Thread.currentThread());
                started.countDown();
                return commits.run(() -> store.work(value));
              }));
      assertTrue(started.await(20, TimeUnit.SECONDS));
      Thread last = waiting.get(waiting.size() - 1);
      org.awaitility.Awaitility.await().until(() -> last.getState() == Thread.State.WAITING);
    }
    return all;
  }
}

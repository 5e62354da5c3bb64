package egov.kiosk.flow;

import egov.kiosk.flow.surroundings.Worker;
import java.util.ArrayDeque;
import java.util.Deque;

/** A worker that works only when the test says so. */
final class HandWorker implements Worker {
  private final Deque<Piece> waiting = new ArrayDeque<>();

  /** Work goes on though it was called back, like a driver that hears an interrupt too late. */
  boolean keepCancelled;

  private static final class Piece {
    final Work work;
    boolean cancelled;

    Piece(Work work) {
      this.work = work;
    }
  }

  @Override
  public Job start(Work work) {
    Piece piece = new Piece(work);
    waiting.add(piece);
    return () -> piece.cancelled = true;
  }

  /** Does all that waits, and what that brings. */
  void workAll() {
    for (int i = 0; i < 100 && !waiting.isEmpty(); i++) {
      workOne();
    }
  }

  void workOne() {
    Piece piece = waiting.removeFirst();
    if (!piece.cancelled || keepCancelled) {
      try {
        piece.work.run();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      } catch (RuntimeException e) {
        piece.work.failed();
      }
    }
  }

  int waiting() {
    return (int) waiting.stream().filter(piece -> !piece.cancelled).count();
  }
}

package egov.kiosk.downlink;

import egov.kiosk.domain.fleet.FleetLine;
import egov.kiosk.domain.fleet.UpChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;

/**
 * Answers on their way up, one after the other, each until the broker took it. A few only; what
 * must not be lost is kept elsewhere and comes again. The same answer goes at most once in a while,
 * so that nobody makes the kiosk talk by repeating what the platform said. For one thread.
 */
final class EventLine {
  private static final int MOST = 64;

  private final Surroundings around;
  private final Timing timing;
  private final LongSupplier nanos;
  private final QuietLog log;
  private final Runnable wake;
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Map<String, Long> takenAt = new HashMap<>();
  private CompletableFuture<Boolean> underWay;
  private long quietUntil;

  /** One answer, and what follows once the broker took it. */
  private record Waiting(String key, UpChannel channel, byte[] payload, Runnable taken) {}

  /**
   * @param wake called on any thread when the outcome of a sending is there
   */
  EventLine(Surroundings around, Timing timing, LongSupplier nanos, QuietLog log, Runnable wake) {
    this.around = around;
    this.timing = timing;
    this.nanos = nanos;
    this.log = log;
    this.wake = wake;
    quietUntil = nanos.getAsLong();
  }

  /** Whether an answer of this name is on its way, or was taken just now. */
  boolean knows(String key) {
    long now = nanos.getAsLong();
    takenAt.values().removeIf(at -> now - at >= timing.retry().toNanos());
    return takenAt.containsKey(key) || waiting.stream().anyMatch(one -> one.key().equals(key));
  }

  /**
   * Puts an answer into the row, unless it is there already or the row is full.
   *
   * @param key what it is, in the program's own words
   * @param taken called when the broker took it
   */
  void send(String key, UpChannel channel, byte[] payload, Runnable taken) {
    if (waiting.size() < MOST && !knows(key)) {
      waiting.addLast(new Waiting(key, channel, payload, taken));
      beat();
    }
  }

  /** Puts an event into the row. */
  void event(String key, AnswerJson event) {
    send(key, UpChannel.EVENT, event.bytes(), () -> {});
  }

  /** Moves on; called again and again. */
  void beat() {
    if (underWay != null) {
      if (!underWay.isDone()) {
        return;
      }
      finish(underWay.join());
    }
    Optional<FleetLine> line = around.line();
    if (waiting.isEmpty() || line.isEmpty() || nanos.getAsLong() - quietUntil < 0) {
      return;
    }
    Waiting next = waiting.peekFirst();
    if (next.payload().length > line.get().maxBytes()) {
      log.problem("size", "an answer is larger than the broker takes and was dropped");
      waiting.removeFirst();
      takenAt.put(next.key(), nanos.getAsLong());
      return;
    }
    underWay =
        line.get()
            .send(next.channel(), next.payload())
            .exceptionally(failure -> false)
            .toCompletableFuture();
    underWay.whenComplete((taken, failure) -> wake.run());
  }

  private void finish(boolean taken) {
    underWay = null;
    Waiting sent = waiting.removeFirst();
    if (taken) {
      takenAt.put(sent.key(), nanos.getAsLong());
      sent.taken().run();
    } else {
      // Behind the others: what one topic refuses must not hold up the next.
      waiting.addLast(sent);
      quietUntil = nanos.getAsLong() + timing.retry().toNanos();
    }
  }
}

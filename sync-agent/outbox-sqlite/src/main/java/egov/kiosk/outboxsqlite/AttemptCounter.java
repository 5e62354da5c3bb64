package egov.kiosk.outboxsqlite;

import java.util.HashMap;
import java.util.Map;

/**
 * Sendings that are not in the file yet. They are written along with the next settlement, or a
 * batch at a time: a sync of the disk for each sending would wear it out for a mere counter.
 */
final class AttemptCounter {
  /** More than a draining kiosk has unsettled: those are written along with their settlement. */
  private static final int BATCH = 1024;

  private final Map<Long, Integer> counts = new HashMap<>();

  /**
   * Counts one sending.
   *
   * @return whether it is time to write
   */
  synchronized boolean add(long sequence) {
    counts.merge(sequence, 1, Integer::sum);
    return counts.size() >= BATCH;
  }

  /** How often the message was sent beyond what the file says. */
  synchronized int of(long sequence) {
    return counts.getOrDefault(sequence, 0);
  }

  /** The same, to be written now. Should that fail, a mere count is lost. */
  synchronized int take(long sequence) {
    Integer count = counts.remove(sequence);
    return count == null ? 0 : count;
  }

  /** What is to be written now. */
  synchronized Map<Long, Integer> snapshot() {
    return Map.copyOf(counts);
  }

  /** Forgets what has been written. */
  synchronized void written(Map<Long, Integer> written) {
    written.forEach((sequence, count) -> counts.merge(sequence, -count, AttemptCounter::rest));
  }

  private static Integer rest(int have, int less) {
    return have + less > 0 ? have + less : null;
  }
}

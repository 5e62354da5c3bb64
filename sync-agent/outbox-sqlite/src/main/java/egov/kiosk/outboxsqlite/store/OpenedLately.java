package egov.kiosk.outboxsqlite.store;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * What sealed columns were opened a moment ago. A message is read to be sent, and again when its
 * receipt comes; the same bytes at the same place, beside the same columns, open to the same. Each
 * is given out once and forgotten then. Safe for use by several threads.
 */
final class OpenedLately {
  /** More than are on their way; of two that meet at one place here the later stays. */
  private static final int PLACES = 1024;

  private final AtomicReferenceArray<Opened> places = new AtomicReferenceArray<>(PLACES);

  /** Arrays are not copied and not changed by anybody. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Opened(long sequence, byte[] beside, byte[] box, byte[] labels) {}

  /** Notes what a box opened to. */
  void note(long sequence, byte[] beside, byte[] box, byte[] labels) {
    places.set((int) (sequence % PLACES), new Opened(sequence, beside, box, labels));
  }

  /** What the very same box opened to, or null. */
  byte[] take(long sequence, byte[] beside, byte[] box) {
    int at = (int) (sequence % PLACES);
    Opened opened = places.get(at);
    if (opened == null || opened.sequence() != sequence) {
      return null;
    }
    places.compareAndSet(at, opened, null);
    return Arrays.equals(opened.beside(), beside) && Arrays.equals(opened.box(), box)
        ? opened.labels()
        : null;
  }
}

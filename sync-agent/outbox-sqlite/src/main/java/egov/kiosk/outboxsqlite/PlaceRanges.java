package egov.kiosk.outboxsqlite;

import egov.kiosk.domain.outbox.SequenceRange;
import java.util.ArrayList;
import java.util.List;

/** Rising places, gathered into ranges. */
final class PlaceRanges {
  private static final int LIMIT = 10_000;

  private final List<SequenceRange> ranges = new ArrayList<>();

  void add(long first, long last) {
    int end = ranges.size() - 1;
    if (end >= 0 && ranges.get(end).last() + 1 == first) {
      ranges.set(end, new SequenceRange(ranges.get(end).first(), last));
    } else if (ranges.size() < LIMIT) {
      ranges.add(new SequenceRange(first, last));
    }
  }

  List<SequenceRange> all() {
    return ranges;
  }
}

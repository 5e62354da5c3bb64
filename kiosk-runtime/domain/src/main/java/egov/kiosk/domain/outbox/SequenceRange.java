package egov.kiosk.domain.outbox;

/**
 * Places in the queue, both ends included.
 *
 * @param first at least 1
 * @param last at least {@code first}
 */
public record SequenceRange(long first, long last) {
  public SequenceRange {
    if (first < 1 || last < first) {
      throw new IllegalArgumentException("a range has a first place and no earlier last one");
    }
  }
}

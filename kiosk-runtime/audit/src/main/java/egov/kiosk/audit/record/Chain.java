package egov.kiosk.audit.record;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The newest end of the chain: gives each draft its place, its time and its digest. For one thread.
 */
public final class Chain {
  private final Timeline timeline;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final String boot;
  private final long began;
  private long sequence;
  private String sm3;
  private Instant time;
  private Instant shown;
  private String shownText = "";

  /**
   * @param end where the chain stands
   * @param boot eight hexadecimal digits, drawn for this start
   * @param began what {@code nanos} said at this start
   */
  public Chain(
      End end, Instant floor, InstantSource clock, LongSupplier nanos, String boot, long began) {
    timeline = new Timeline(floor, end.time());
    this.clock = clock;
    this.nanos = nanos;
    this.boot = boot;
    this.began = began;
    sequence = end.sequence();
    sm3 = end.sm3();
    time = end.time();
  }

  /**
   * Where a chain stands.
   *
   * @param sequence of the newest record, 0 for none
   * @param sm3 of the newest record
   * @param time of the newest record, {@link Instant#MIN} for none
   */
  public record End(long sequence, String sm3, Instant time) {}

  /** The lines of a draft: its own, and before it what must be said about the clock. */
  public List<byte[]> append(Draft draft) {
    long now = nanos.getAsLong();
    Timeline.Stamp stamp = timeline.next(clock.instant(), now);
    List<byte[]> lines = new ArrayList<>(1);
    stamp.notice().ifPresent(notice -> lines.add(line(notice, stamp.time(), now)));
    lines.add(line(draft, stamp.time(), now));
    return lines;
  }

  private byte[] line(Draft draft, Instant at, long now) {
    Entry.Written written =
        Entry.write(
            sequence + 1, text(at), boot, Math.max(0, (now - began) / 1_000_000), draft, sm3);
    sequence++;
    sm3 = written.sm3();
    time = at;
    return written.line();
  }

  /** Many records share a millisecond. */
  private String text(Instant at) {
    if (!at.equals(shown)) {
      shown = at;
      shownText = at.toString();
    }
    return shownText;
  }

  /** Where it stands now. */
  public End end() {
    return new End(sequence, sm3, time);
  }

  /** Whether the clock was moved since the start. */
  public boolean clockMoved() {
    return timeline.moved();
  }
}

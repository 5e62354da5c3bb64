package egov.kiosk.identity.liveness;

import egov.kiosk.domain.citizen.Frame;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.CRC32C;

/**
 * Whether frames come from a living sensor. Its noise makes no two frames equal to the bit, its
 * clock goes on, and its frames keep their size: a frozen, replayed or exchanged stream shows by
 * that. The camera room looks for the same; a camera of another maker might not.
 */
public final class StreamWatch {
  private static final int IDENTICAL = 5;
  private static final int REPEATS = 5;
  private static final Duration LEAP = Duration.ofSeconds(10);
  private static final int ROWS = 120;

  private final Set<Long> seen = new HashSet<>();
  private long last;
  private int same = 1;
  private int repeats;
  private int width;
  private int height;
  private Instant before = Instant.MIN;
  private boolean dead;

  /**
   * Looks at the next frame.
   *
   * @return whether it is a new one; a frame seen before proves nothing and is not compared
   */
  public boolean fresh(Frame frame) {
    boolean first = width == 0;
    long digest = digest(frame);
    boolean just = !first && digest == last;
    boolean again = !just && !seen.add(digest);
    same = just ? same + 1 : 1;
    repeats += again ? 1 : 0;
    boolean other = !first && (frame.width() != width || frame.height() != height);
    boolean leapt = !first && leapt(frame.takenAt());
    dead |= same >= IDENTICAL || repeats >= REPEATS || other || leapt;
    last = digest;
    width = frame.width();
    height = frame.height();
    before = frame.takenAt();
    return !just && !again;
  }

  /**
   * Takes note of the time of a frame that shows nothing: where all is black, sensors have no noise
   * either, but their clocks go on.
   */
  public void passed(Instant takenAt) {
    boolean first = width == 0;
    dead |= !first && leapt(takenAt);
    before = takenAt;
  }

  /** Back at all, or further ahead than any frame is waited for. */
  private boolean leapt(Instant takenAt) {
    return takenAt.isBefore(before) || takenAt.isAfter(before.plus(LEAP));
  }

  /** Whether the stream was found to be none of a living sensor; once found out, for good. */
  public boolean dead() {
    return dead;
  }

  private static long digest(Frame frame) {
    byte[] bgr = frame.bgr();
    int row = frame.width() * 3;
    int step = Math.max(1, frame.height() / ROWS);
    CRC32C sum = new CRC32C();
    for (int y = frame.height() - 1; y >= 0; y -= step) {
      sum.update(bgr, y * row, row);
    }
    return sum.getValue();
  }
}

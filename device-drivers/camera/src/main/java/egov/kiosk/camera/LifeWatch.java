package egov.kiosk.camera;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.zip.CRC32C;
import org.opencv.core.Core;
import org.opencv.core.Mat;
import org.opencv.core.MatOfDouble;

/**
 * Whether pictures come from a living sensor: its noise makes no two of them equal to the bit, and
 * its clock goes on. The same picture five times, a clip that runs round, a clip shown before or a
 * clock that stands is none. What was once found out is believed until ten new pictures came in a
 * row. Remembers check sums only; safe for use by several threads.
 */
final class LifeWatch {
  private static final int IDENTICAL = 5;
  private static final int REMEMBERED = 600;

  /** So many of the last 30 pictures were seen before, and not just before. */
  private static final int REPEATS = 15;

  private static final int LAST_30 = (1 << 30) - 1;
  private static final int PROOF = 10;

  /** Enough rows that something moves in them, few enough for a 12-megapixel camera. */
  private static final int ROWS = 240;

  /**
   * A picture of one shade, all black or all white, shows nobody: its repetition deceives nobody.
   */
  private static final double LEAST_CONTRAST = 1;

  private final LinkedHashSet<Long> seen = new LinkedHashSet<>();
  private long last;
  private long lastStamp;
  private int same;
  private int standing;
  private int repeats;
  private int fresh;
  private boolean frozen;

  /**
   * Looks at the next picture.
   *
   * @param stamp the camera's own clock when it was taken, in microseconds; 0 when it has none
   * @return whether it may be shown
   */
  synchronized boolean live(Mat picture, long stamp) {
    long digest = digest(picture);
    boolean just = digest == last;
    boolean before = !just && seen.contains(digest);
    boolean stands = stamp != 0 && stamp <= lastStamp;
    same = just ? same + 1 : 1;
    standing = stands ? standing + 1 : 0;
    repeats = (repeats << 1 | (before ? 1 : 0)) & LAST_30;
    fresh = just || before || stands ? 0 : fresh + 1;
    last = digest;
    lastStamp = stamp;
    remember(digest);
    if (frozen) {
      frozen = fresh < PROOF;
    } else {
      boolean repeated = same >= IDENTICAL || Integer.bitCount(repeats) >= REPEATS;
      frozen = standing >= IDENTICAL - 1 || repeated && contrast(picture) >= LEAST_CONTRAST;
    }
    return !frozen;
  }

  private void remember(long digest) {
    seen.remove(digest);
    seen.add(digest);
    if (seen.size() > REMEMBERED) {
      seen.remove(seen.iterator().next());
    }
  }

  private static long digest(Mat picture) {
    CRC32C sum = new CRC32C();
    byte[] row = new byte[picture.cols() * picture.channels()];
    int step = Math.max(1, picture.rows() / ROWS);
    for (int y = picture.rows() - 1; y >= 0; y -= step) {
      picture.get(y, 0, row);
      sum.update(row);
    }
    Arrays.fill(row, (byte) 0);
    return sum.getValue();
  }

  private static double contrast(Mat picture) {
    MatOfDouble mean = new MatOfDouble();
    MatOfDouble deviation = new MatOfDouble();
    try {
      Core.meanStdDev(picture, mean, deviation);
      return Arrays.stream(deviation.toArray()).max().orElse(0);
    } finally {
      mean.release();
      deviation.release();
    }
  }
}

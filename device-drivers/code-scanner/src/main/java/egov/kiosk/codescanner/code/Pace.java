package egov.kiosk.codescanner.code;

import java.util.concurrent.TimeUnit;

/**
 * No hand shows more than a few codes a second: what comes faster is no citizen and is not even
 * judged. One thread.
 */
public final class Pace {
  private static final int MOST_A_SECOND = 5;

  private long secondBegan;
  private int thisSecond;

  /**
   * Whether one more code may be judged now.
   *
   * @param now a moment of the monotonic clock
   */
  public boolean allows(long now) {
    if (thisSecond == 0 || now - secondBegan >= TimeUnit.SECONDS.toNanos(1)) {
      secondBegan = now;
      thisSecond = 0;
    }
    thisSecond = Math.min(thisSecond + 1, MOST_A_SECOND + 1);
    return thisSecond <= MOST_A_SECOND;
  }
}

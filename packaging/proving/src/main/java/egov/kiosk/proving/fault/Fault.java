package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.Random;

/** Something that is done to a stand and undone again. Stateless. */
interface Fault {
  /** The longest wait for messages to be accepted, in looks. */
  int MOST_LOOKS = 400;

  int LOOK_MILLIS = 4;

  /**
   * Does it, and puts everything right but the queue: when it returns, all processes run, all lines
   * are mended, and the kiosk writes.
   */
  void strike(Stand stand, Random random) throws IOException, InterruptedException;

  /** Lets the stand work until it has accepted a few messages more, a random number of them. */
  static void accept(Stand stand, Random random, int most) throws InterruptedException {
    long enough = stand.books().accepted() + 1 + random.nextInt(most);
    for (int i = 0; i < MOST_LOOKS && stand.books().accepted() < enough; i++) {
      Thread.sleep(LOOK_MILLIS);
    }
    work(random, LOOK_MILLIS);
  }

  /** Lets the stand work for a short while of random length. */
  static void work(Random random, int mostMillis) throws InterruptedException {
    Thread.sleep(1 + random.nextInt(mostMillis));
  }
}

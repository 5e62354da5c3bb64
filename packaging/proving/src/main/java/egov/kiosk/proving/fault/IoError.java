package egov.kiosk.proving.fault;

import egov.kiosk.proving.shim.BadLuck.Failure;
import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;

/** System calls on the queue's files report errors for a while, each or every few. */
final class IoError implements Fault {
  private static final int WORK_MILLIS = 100;
  private static final int STUMBLE_MILLIS = 150;
  private static final int MOST_BETWEEN = 6;

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.work(random, WORK_MILLIS);
    stand.luck().strike(failures(random), 1 + random.nextInt(MOST_BETWEEN));
    Fault.work(random, WORK_MILLIS);
    boolean killed = random.nextInt(3) == 0;
    if (killed) {
      stand.killKiosk();
      // Opened on a disk that still reports errors.
      stand.stumble(random.nextInt(STUMBLE_MILLIS));
    }
    stand.luck().relent();
    if (killed) {
      stand.startKiosk();
    }
  }

  private static Set<Failure> failures(Random random) {
    Failure[] all = Failure.values();
    Set<Failure> chosen = EnumSet.of(all[random.nextInt(all.length)]);
    if (random.nextInt(3) == 0) {
      chosen.add(all[random.nextInt(all.length)]);
    }
    return chosen;
  }
}

package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.Random;

/** Somebody fills the kiosk's disk up, at times to the last byte, and somebody clears it again. */
final class DiskFull implements Fault {
  private static final int WORK_MILLIS = 120;
  private static final long SOME = 1 << 20;

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.work(random, WORK_MILLIS / 2);
    stand.disk().fill(random.nextBoolean() ? 0 : (long) (random.nextDouble() * SOME));
    Fault.work(random, WORK_MILLIS);
    if (random.nextInt(3) == 0) {
      stand.killKiosk();
      stand.startKiosk();
      Fault.work(random, WORK_MILLIS);
    }
    stand.disk().empty();
  }
}

package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.Random;

/** One gateway worker of two is killed in the middle of a batch; the other goes on. */
final class WorkerKill implements Fault {
  private static final int MOST_MESSAGES = 14;
  private static final int DOWN_MILLIS = 150;

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.accept(stand, random, MOST_MESSAGES);
    int which = random.nextInt(2);
    stand.killWorker(which);
    Fault.work(random, DOWN_MILLIS);
    stand.startWorker(which);
  }
}

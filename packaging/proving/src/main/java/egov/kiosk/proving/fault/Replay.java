package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.Random;

/** Messages and receipts come again, in another order; at times while the kiosk is away. */
final class Replay implements Fault {
  private static final int MOST_MESSAGES = 14;
  private static final int WORK_MILLIS = 80;
  private static final int MOST = 40;

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.accept(stand, random, MOST_MESSAGES);
    boolean away = random.nextInt(4) == 0;
    if (away) {
      stand.kioskLine().cut();
    }
    stand.mixer().replay(random, MOST);
    Fault.work(random, WORK_MILLIS);
    stand.mixer().replay(random, MOST);
    if (away) {
      stand.kioskLine().mend();
    }
  }
}

package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.Random;

/** The database of the platform is killed; the workers have to find it again. */
final class DatabaseKill implements Fault {
  private static final int MOST_MESSAGES = 14;
  private static final int DOWN_MILLIS = 150;

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.accept(stand, random, MOST_MESSAGES);
    stand.killDatabase();
    Fault.work(random, DOWN_MILLIS);
    stand.startDatabase();
  }
}

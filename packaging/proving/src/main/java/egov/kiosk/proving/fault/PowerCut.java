package egov.kiosk.proving.fault;

import egov.kiosk.proving.audit.Books;
import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.Random;

/**
 * The power goes: only what had reached the disk comes back. What was accepted before that moment
 * must be there; what the kiosk did after it, before it is killed, happened in no real world.
 */
final class PowerCut implements Fault {
  private static final int MOST_MESSAGES = 14;

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.accept(stand, random, MOST_MESSAGES);
    if (random.nextBoolean()) {
      stand.kioskLine().cut();
    }
    Books.Moment moment = stand.books().moment();
    stand.disk().freeze();
    stand.killKiosk();
    stand.disk().comeBack();
    stand.books().backTo(moment);
    stand.kioskLine().mend();
    stand.startKiosk();
  }
}

package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.Random;

/**
 * The power goes at the platform: only what had reached its disk comes back. Nothing leaves it
 * after that moment, so every receipt a kiosk ever got must be covered by what is there.
 */
final class PlatformPowerCut implements Fault {
  private static final int MOST_MESSAGES = 14;

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.accept(stand, random, MOST_MESSAGES);
    stand.cutPlatformPower();
  }
}

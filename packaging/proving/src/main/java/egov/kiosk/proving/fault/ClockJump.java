package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** The kiosk's clock jumps, works wrong for a while, at times over a restart, and jumps back. */
final class ClockJump implements Fault {
  private static final int WORK_MILLIS = 120;
  private static final List<Duration> JUMPS =
      List.of(
          Duration.ofHours(-3),
          Duration.ofHours(3),
          Duration.ofMinutes(-2),
          Duration.ofDays(-1),
          Duration.ofDays(40),
          // Before and after the life of every certificate; before the program was written.
          Duration.ofDays(-400),
          Duration.ofDays(4000),
          Duration.ofDays(-20_000));

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.work(random, WORK_MILLIS);
    stand.luck().shiftClock(JUMPS.get(random.nextInt(JUMPS.size())));
    Fault.work(random, WORK_MILLIS);
    if (random.nextInt(3) == 0) {
      stand.killKiosk();
      stand.startKiosk();
      Fault.work(random, WORK_MILLIS);
    }
    stand.luck().relent();
  }
}

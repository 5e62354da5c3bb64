package egov.kiosk.proving.fault;

import egov.kiosk.emulator.network.Direction;
import egov.kiosk.emulator.network.FaultProxy;
import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;

/** The line of the kiosk, or at times that of the platform, goes bad and is mended. */
final class Line implements Fault {
  private static final int WORK_MILLIS = 60;
  private static final int BAD_MILLIS = 200;
  private static final int STORMS = 5;
  private static final int SLOWEST = 3_000;

  private final Trouble trouble;

  enum Trouble {
    CUT,
    STALL,
    HALF_OPEN,
    SLOW,
    PORTAL,
    STORM
  }

  Line(Trouble trouble) {
    this.trouble = trouble;
  }

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.work(random, WORK_MILLIS);
    FaultProxy line = random.nextInt(3) == 0 ? stand.platformLine() : stand.kioskLine();
    switch (trouble) {
      case CUT -> line.cut();
      case STALL -> stall(line, random);
      case HALF_OPEN -> line.strand();
      case SLOW -> slow(line, random);
      case PORTAL -> {
        line.portal();
        line.reset();
      }
      case STORM -> {
        for (int i = 0; i < STORMS; i++) {
          line.reset();
          Fault.work(random, WORK_MILLIS);
        }
      }
    }
    Fault.work(random, BAD_MILLIS);
    line.mend();
  }

  private static void stall(FaultProxy line, Random random) {
    switch (random.nextInt(3)) {
      case 0 -> line.stall(Direction.UP);
      case 1 -> line.stall(Direction.DOWN);
      default -> line.stall(Direction.UP, Direction.DOWN);
    }
  }

  private static void slow(FaultProxy line, Random random) {
    if (random.nextBoolean()) {
      line.slow(SLOWEST + random.nextInt(SLOWEST));
    } else {
      line.delay(Duration.ofMillis(1 + random.nextInt(BAD_MILLIS)));
    }
  }
}

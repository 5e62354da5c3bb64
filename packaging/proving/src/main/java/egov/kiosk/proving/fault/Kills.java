package egov.kiosk.proving.fault;

import egov.kiosk.proving.stand.Stand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** SIGKILL in the middle of the work; of several victims some, in any order. */
final class Kills implements Fault {
  private static final int MOST_MESSAGES = 14;
  private static final int DOWN_MILLIS = 60;

  private final List<Victim> victims;

  enum Victim {
    KIOSK,
    BROKER,
    PLATFORM
  }

  Kills(Victim... victims) {
    this.victims = List.of(victims);
  }

  @Override
  public void strike(Stand stand, Random random) throws IOException, InterruptedException {
    Fault.accept(stand, random, MOST_MESSAGES);
    List<Victim> chosen = new ArrayList<>(victims);
    Collections.shuffle(chosen, random);
    if (chosen.size() > 2 && random.nextBoolean()) {
      chosen.remove(0);
    }
    for (Victim victim : chosen) {
      kill(stand, victim);
    }
    Fault.work(random, DOWN_MILLIS);
    Collections.shuffle(chosen, random);
    for (Victim victim : chosen) {
      start(stand, victim);
    }
  }

  private static void kill(Stand stand, Victim victim) throws InterruptedException {
    switch (victim) {
      case KIOSK -> stand.killKiosk();
      case BROKER -> stand.killBroker();
      case PLATFORM -> stand.killPlatform();
    }
  }

  private static void start(Stand stand, Victim victim) throws IOException, InterruptedException {
    switch (victim) {
      case KIOSK -> stand.startKiosk();
      case BROKER -> stand.startBroker();
      case PLATFORM -> stand.startPlatform();
    }
  }
}

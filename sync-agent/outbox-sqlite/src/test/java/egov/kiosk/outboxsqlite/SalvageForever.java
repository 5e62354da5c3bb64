package egov.kiosk.outboxsqlite;

import java.nio.file.Path;
import java.time.Clock;

/** A process to be killed: salvages a queue again and again. */
final class SalvageForever {
  private SalvageForever() {}

  public static void main(String[] arguments) throws Exception {
    System.out.println("ready");
    while (true) {
      OutboxSalvage.run(Path.of(arguments[0]), Clock.systemUTC());
    }
  }
}

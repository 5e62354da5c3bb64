package egov.kiosk.audit;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A program that writes to a log by the clock of its process, however that was turned. */
public final class TurnedClock {
  private TurnedClock() {}

  /** {@code DIRECTORY FLOOR RECORDS}. */
  public static void main(String[] arguments) throws Exception {
    Lab lab = new Lab(Path.of(arguments[0]));
    lab.floor = Instant.parse(arguments[1]);
    try (AuditTrail trail =
        AuditTrail.open(
            lab.settings(),
            lab.often,
            new AuditTrail.Around(Optional::empty, () -> Optional.of(lab)),
            InstantSource.system(),
            System::nanoTime)) {
      for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
        trail.require(Lab.lasting(i));
      }
      trail.tidy();
    }
    System.out.println(Instant.now());
  }
}

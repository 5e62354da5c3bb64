package egov.kiosk.domain.print;

import egov.kiosk.domain.device.Actor;
import java.time.Instant;
import java.util.Objects;

/**
 * What a person saw at the printer.
 *
 * @param paperCame whether the sheets came out
 * @param by who looked: citizen, staff or technician
 * @param at when it was said
 */
public record PrintAnswer(boolean paperCame, Actor by, Instant at) {
  public PrintAnswer {
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
    if (by == Actor.NOBODY) {
      throw new IllegalArgumentException("an answer is somebody's");
    }
  }
}

package egov.kiosk.flow.surroundings;

import egov.kiosk.flow.desk.Front;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * What a technician sets for the desk. Immutable.
 *
 * @param site where the kiosk stands, as citizens know it
 * @param helpPhone the number to call when nobody comes
 * @param elsewhere where the next kiosk or counter is, in words for citizens; may be empty
 * @param front where the parts beside the glass are, and which keypad it is
 * @param hours when the hall is open
 * @param zone the time zone of the dates citizens read
 * @param idle how long each page waits
 * @param faceTries comparisons before only staff decide, at least 1
 * @param cardTries bad reads before the page stops asking to try again, at least 1
 * @param look how long one comparison may take
 * @param cardWait how long one command to the reader waits for a card
 * @param print how long a print job may take
 * @param copy how long the page printer may take for a sheet
 * @param cardLeft how long a card may lie there after the end before staff are called
 * @param helpWait how long a call for help waits for an answer before the number is shown
 */
public record Settings(
    String site,
    String helpPhone,
    String elsewhere,
    Front front,
    OpeningHours hours,
    ZoneId zone,
    IdleTable idle,
    int faceTries,
    int cardTries,
    Duration look,
    Duration cardWait,
    Duration print,
    Duration copy,
    Duration cardLeft,
    Duration helpWait) {
  public Settings {
    Objects.requireNonNull(site, "site");
    Objects.requireNonNull(helpPhone, "helpPhone");
    Objects.requireNonNull(elsewhere, "elsewhere");
    Objects.requireNonNull(front, "front");
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(idle, "idle");
    if (faceTries < 1 || cardTries < 1) {
      throw new IllegalArgumentException("faceTries and cardTries are at least 1");
    }
    for (Duration duration : List.of(look, cardWait, print, copy, cardLeft, helpWait)) {
      if (duration.isNegative() || duration.isZero()) {
        throw new IllegalArgumentException("every duration is positive");
      }
    }
  }
}

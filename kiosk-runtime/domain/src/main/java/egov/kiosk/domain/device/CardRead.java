package egov.kiosk.domain.device;

import egov.kiosk.domain.citizen.IdCard;
import java.time.Duration;
import java.util.Objects;

/**
 * A card that was read, and what it took.
 *
 * @param card what the card says
 * @param elapsed from the find that saw the card to the parsed answer
 * @param wireTime what the bytes of those frames need on the line at its speed, both directions
 */
public record CardRead(IdCard card, Duration elapsed, Duration wireTime) {
  public CardRead {
    Objects.requireNonNull(card, "card");
    Objects.requireNonNull(elapsed, "elapsed");
    Objects.requireNonNull(wireTime, "wireTime");
  }
}

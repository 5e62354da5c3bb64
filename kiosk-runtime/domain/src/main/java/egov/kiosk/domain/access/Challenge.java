package egov.kiosk.domain.access;

import java.time.Duration;
import java.util.Objects;

/**
 * What a key card is asked to sign: drawn freshly for one kiosk, one badge and one moment, good for
 * one answer. Holds no secret.
 *
 * @param nonce names the challenge when it is answered, 64 hexadecimal digits
 * @param text what is signed: lines of ASCII, each ended by a line feed, that say kiosk, badge,
 *     time and nonce, so that a card with a display can show them
 * @param life how long it can be answered
 */
public record Challenge(String nonce, String text, Duration life) {
  public Challenge {
    Objects.requireNonNull(nonce, "nonce");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(life, "life");
  }
}

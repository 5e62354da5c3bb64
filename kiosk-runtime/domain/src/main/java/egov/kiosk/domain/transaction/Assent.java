package egov.kiosk.domain.transaction;

import java.time.Instant;
import java.util.Objects;

/**
 * How the citizen stood for what was handed in (签名确认). Both ways count the same.
 *
 * @param way by hand, or by confirming a sentence
 * @param at when
 * @param textSm3 SM3 of the sentence that was on the page, in UTF-8, 64 hexadecimal digits
 */
public record Assent(Way way, Instant at, String textSm3) {
  /** The ways. */
  public enum Way {
    /** A signature on the screen; its strokes and picture are enclosed. */
    SIGNED,
    /** The sentence was confirmed by somebody who does not sign by hand. */
    CONFIRMED
  }

  public Assent {
    Objects.requireNonNull(way, "way");
    Objects.requireNonNull(at, "at");
    if (!textSm3.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("a digest is 64 hexadecimal digits in lower case");
    }
  }
}

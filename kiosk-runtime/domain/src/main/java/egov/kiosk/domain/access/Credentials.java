package egov.kiosk.domain.access;

import java.util.Objects;
import java.util.Optional;

/**
 * What somebody proves who they are with: a PIN, a key card's answer, or both. Its text shows
 * neither.
 *
 * @param pin what was typed, of any length
 * @param card what the card answered
 */
public record Credentials(Optional<String> pin, Optional<CardAnswer> card) {
  public Credentials {
    Objects.requireNonNull(pin, "pin");
    Objects.requireNonNull(card, "card");
  }

  /** A PIN alone. */
  public static Credentials pin(String typed) {
    return new Credentials(Optional.of(typed), Optional.empty());
  }

  /** A card alone. */
  public static Credentials card(CardAnswer answer) {
    return new Credentials(Optional.empty(), Optional.of(answer));
  }

  /** Both. */
  public static Credentials both(String typed, CardAnswer answer) {
    return new Credentials(Optional.of(typed), Optional.of(answer));
  }

  @Override
  public String toString() {
    return "Credentials";
  }
}

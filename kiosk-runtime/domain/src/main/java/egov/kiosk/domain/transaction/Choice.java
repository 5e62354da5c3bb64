package egov.kiosk.domain.transaction;

import java.util.Objects;

/**
 * One answer a citizen can choose.
 *
 * @param value what is recorded, 1 to 64 characters
 * @param label what the screen shows
 */
public record Choice(String value, String label) {
  public Choice {
    Objects.requireNonNull(label, "label");
    if (value.isEmpty() || value.length() > 64) {
      throw new IllegalArgumentException("a choice's value has 1 to 64 characters");
    }
  }
}

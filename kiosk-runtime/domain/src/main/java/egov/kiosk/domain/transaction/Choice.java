package egov.kiosk.domain.transaction;

import java.util.Objects;

/**
 * One answer a citizen can choose.
 *
 * @param value what is recorded, 1 to 64 characters
 * @param label what the screen shows
 * @param labelEnglish the same in English; empty shows {@code label}
 */
public record Choice(String value, String label, String labelEnglish) {
  public Choice {
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(labelEnglish, "labelEnglish");
    if (value.isEmpty() || value.length() > 64) {
      throw new IllegalArgumentException("a choice's value has 1 to 64 characters");
    }
  }

  /** A choice without English. */
  public Choice(String value, String label) {
    this(value, label, "");
  }
}

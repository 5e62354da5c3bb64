package egov.kiosk.domain.assist;

import java.util.Objects;

/**
 * Something to be said to one citizen: it may be personal, so it is neither logged nor kept.
 *
 * @param kind how it is to be read
 * @param language the language of the words around it
 * @param pace how fast
 * @param text 1 to {@value #MOST_CHARACTERS} characters
 */
public record Speech(SpokenKind kind, SpokenLanguage language, SpokenPace pace, String text) {
  /** The longest text taken, in UTF-16 units. */
  public static final int MOST_CHARACTERS = 600;

  public Speech {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(pace, "pace");
    if (text.isBlank() || text.length() > MOST_CHARACTERS) {
      throw new IllegalArgumentException("a speech has 1 to " + MOST_CHARACTERS + " characters");
    }
  }

  /** Without the text. */
  @Override
  public String toString() {
    return "Speech[" + kind + ", " + language + ", " + pace + ", " + text.length() + " characters]";
  }
}

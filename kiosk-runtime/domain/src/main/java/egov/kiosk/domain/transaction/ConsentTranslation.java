package egov.kiosk.domain.transaction;

import java.util.List;
import java.util.Objects;

/**
 * A consent's wording in English, for a citizen who reads no Chinese. It explains; the Chinese
 * binds.
 *
 * @param title what it is about, in one line
 * @param uses what is used, in the order of the Chinese
 * @param givenTo who gets it
 * @param text the full text
 */
public record ConsentTranslation(String title, List<String> uses, String givenTo, String text) {
  public ConsentTranslation {
    Objects.requireNonNull(title, "title");
    uses = List.copyOf(uses);
    Objects.requireNonNull(givenTo, "givenTo");
    Objects.requireNonNull(text, "text");
  }
}

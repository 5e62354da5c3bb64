package egov.kiosk.flow.desk;

import egov.kiosk.domain.citizen.ConsentPurpose;
import egov.kiosk.domain.transaction.ConsentText;
import egov.kiosk.domain.transaction.ConsentTranslation;
import java.util.List;

/**
 * A wording as the screen shows it: the Chinese, which binds, and the English that explains it.
 *
 * @param english null where there is no English
 */
public record ConsentView(
    ConsentPurpose purpose,
    String version,
    String title,
    List<String> uses,
    String givenTo,
    String text,
    ConsentTranslation english) {
  /** Of the item's wording. */
  public static ConsentView of(ConsentText text) {
    return new ConsentView(
        text.purpose(),
        text.version(),
        text.title(),
        text.uses(),
        text.givenTo(),
        text.text(),
        text.english().orElse(null));
  }
}

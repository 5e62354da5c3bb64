package egov.kiosk.documents.page;

import egov.kiosk.domain.document.DocumentException;
import egov.kiosk.domain.document.DocumentException.Fault;

/** Refuses text that could say something else than it shows. */
final class PlainText {
  private PlainText() {}

  /**
   * The text itself.
   *
   * @throws DocumentException when it holds control or format characters (which reorder or hide
   *     text), line ends, half a surrogate pair, or what XML cannot hold
   */
  static String checked(String text) throws DocumentException {
    boolean bad =
        text.codePoints()
            .anyMatch(
                codePoint ->
                    switch (Character.getType(codePoint)) {
                      case Character.CONTROL,
                          Character.FORMAT,
                          Character.SURROGATE,
                          Character.LINE_SEPARATOR,
                          Character.PARAGRAPH_SEPARATOR ->
                          true;
                      default -> (codePoint & 0xFFFE) == 0xFFFE;
                    });
    if (bad) {
      throw new DocumentException(
          Fault.TEXT_REFUSED, "a text of the document holds characters that no document may hold");
    }
    return text;
  }
}

package egov.kiosk.domain.citizen;

/** What text from a card must be before anything is built on it. */
final class WholeText {
  private WholeText() {}

  /**
   * Refuses half a surrogate pair: no encoding can carry it, so it could be neither sealed nor
   * printed. Rare characters beyond the basic plane and private-use characters are welcome.
   *
   * @throws IllegalArgumentException when the text holds one; names the field, never the text
   */
  static void requireWhole(String text, String field) {
    boolean broken =
        text.codePoints()
            .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    if (broken) {
      throw new IllegalArgumentException(field + " holds half a surrogate pair");
    }
  }
}

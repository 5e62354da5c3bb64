package egov.kiosk.idcardreader.card;

/** A card says something impossible; the message names field and rule and never what it says. */
public final class CardTextException extends Exception {
  private static final long serialVersionUID = 1L;

  /** No cause: the messages of the JDK's parsers quote their input. */
  CardTextException(String field, String rule) {
    super(field + ": " + rule);
  }
}

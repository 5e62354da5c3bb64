package egov.kiosk.domain.envelope;

/** What a sealed message is; the last part of the topic it is sent on. */
public enum MessageKind {
  /** A transaction (办件). */
  ITEM("item"),
  /** A rating (好差评). */
  RATING("rating");

  private final String word;

  MessageKind(String word) {
    this.word = word;
  }

  /** The word used in topics and files. */
  public String word() {
    return word;
  }
}

package egov.kiosk.domain.envelope;

/** What a sealed message is; the last part of the topic it is sent on. */
public enum MessageKind {
  /** A transaction (办件). */
  ITEM("item"),
  /** A rating (好差评). */
  RATING("rating"),
  /** Why a rating was low (差评原因). */
  RATING_REASON("reason"),
  /** A daily reconciliation (对账). */
  RECONCILIATION("reconciliation"),
  /** Something that happened to the queue and the platform must know of (事件). */
  INCIDENT("incident"),
  /** The manifest of an attachment (附件清单); settled when the platform has the whole attachment. */
  ATTACHMENT("attachment"),
  /**
   * A parcel of another kiosk's messages, brought here on removable media and carried on unopened;
   * signed by that other kiosk (转递).
   */
  CARRIED("carried");

  private final String word;

  MessageKind(String word) {
    this.word = word;
  }

  /** The word used in topics and files. */
  public String word() {
    return word;
  }
}

package egov.kiosk.domain.retention;

/** What ends the keeping of something. */
public enum Until {
  /** The citizen's session; nothing of it reaches the disk. */
  SESSION_END("the end of the session, in memory only"),
  /** The platform's signed receipt: destroyed at once by whoever keeps it. */
  RECEIPT("the platform's receipt"),
  /** A number of days; destroyed by the daily job. */
  AGE("%d days"),
  /** A number of days; destroyed by the room that writes it, which has reasons of its own. */
  OWN_AGE("%d days, by its own room"),
  /** A newer one in its place. */
  REPLACED("a newer one replaces it"),
  /** Somebody who has dealt with it. */
  DEALT_WITH("a technician has dealt with it"),
  /** Whoever writes it: handed in, it goes on elsewhere; or thrown away. */
  HANDED_IN("its writer has handed it in or thrown it away"),
  /** The machine is taken out of service, and its disk with it. */
  DECOMMISSIONED("the machine is taken out of service");

  private final String words;

  Until(String words) {
    this.words = words;
  }

  /**
   * In words, for people.
   *
   * @param days how many, where days count
   */
  public String words(int days) {
    return String.format(words, days);
  }

  /** Whether days count. */
  public boolean counted() {
    return this == AGE || this == OWN_AGE;
  }
}

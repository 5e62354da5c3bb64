package egov.kiosk.outboxsqlite.store;

/** What was done about a settled row that was altered. */
public enum Repair {
  /** Nothing: it is as it was written. */
  WHOLE("it is whole by now"),
  /** It is pending again: only its state had been changed, its message is untouched. */
  RESTORED("its message was never settled and waits to be sent again"),
  /** It is a dead letter now, for a technician to look at. */
  GIVEN_UP("it is kept as a dead letter");

  /** The reason of such dead letters. */
  public static final String REASON = "ROW_ALTERED";

  private final String sentence;

  Repair(String sentence) {
    this.sentence = sentence;
  }

  /** The same in words. */
  public String sentence() {
    return sentence;
  }
}

package egov.kiosk.domain.transaction;

/** A value does not fit the others of its record; says which one has to change. */
public final class MemberRefusedException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String member;

  /**
   * @param member the record's component
   * @param reason what is wrong and what is allowed; never the value
   */
  public MemberRefusedException(String member, String reason) {
    super(reason);
    this.member = member;
  }

  /** The record's component. */
  public String member() {
    return member;
  }
}

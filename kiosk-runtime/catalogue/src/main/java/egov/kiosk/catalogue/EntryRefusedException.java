package egov.kiosk.catalogue;

/** A catalogue file that is not exactly what the schema asks for. Nothing of it is used. */
final class EntryRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String where;
  private final String reason;

  /**
   * @param where a line and column, or a JSON pointer (RFC 6901)
   * @param reason what is wrong and what is allowed; never the refused value
   */
  EntryRefusedException(String where, String reason) {
    super(where + ": " + reason);
    this.where = where;
    this.reason = reason;
  }

  String where() {
    return where;
  }

  String reason() {
    return reason;
  }
}

package egov.kiosk.catalogue;

/** A catalogue file that is not exactly what the schema asks for. Nothing of it is used. */
final class EntryRefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Position position;
  private final String name;
  private final String pointer;
  private final String at;
  private final String reason;

  private EntryRefusedException(
      String name, Position position, String pointer, String at, String reason) {
    super((name + " " + where(position, pointer)).strip() + ": " + reason);
    this.name = name;
    this.position = position;
    this.pointer = pointer;
    this.at = at;
    this.reason = reason;
  }

  /**
   * A value is refused; its line and column come later, by {@link #in}.
   *
   * @param pointer which value, a JSON pointer (RFC 6901)
   * @param reason what is wrong and what is allowed; never the refused value
   */
  EntryRefusedException(String pointer, String reason) {
    this("", Position.START, pointer, pointer, reason);
  }

  /** The text itself is refused. */
  EntryRefusedException(Position position, String reason) {
    this("", position, "", "", reason);
  }

  /** Something that is no entry is refused. */
  static EntryRefusedException of(String name, String reason) {
    return new EntryRefusedException(name, null, "", "", reason);
  }

  /** A member nobody asked for; its name may be anything, so it is not told. */
  static EntryRefusedException unknown(String pointer, String name, String reason) {
    String at = pointer + "/" + Positions.escaped(name);
    return new EntryRefusedException("", Position.START, pointer, at, reason);
  }

  /** The same, with the line and the column it stands at. */
  EntryRefusedException in(Positions positions) {
    return new EntryRefusedException(name, positions.of(at), pointer, at, reason);
  }

  /** The same, of an entry known by this name. */
  EntryRefusedException named(String known) {
    return new EntryRefusedException(known, position, pointer, at, reason);
  }

  Position position() {
    return position;
  }

  /** Which value, or empty. */
  String pointer() {
    return pointer;
  }

  /** Line, column, and the value when it is one. */
  String where() {
    return where(position, pointer);
  }

  String reason() {
    return reason;
  }

  private static String where(Position position, String pointer) {
    if (position == null) {
      return "";
    }
    return pointer.isEmpty() ? position.toString() : position + " (" + pointer + ")";
  }
}

package egov.kiosk.domain.field;

/**
 * The platform's name of a task or a household: drawn there, and nobody's number or name.
 *
 * @param value 1 to 48 letters, digits or hyphens, beginning with a letter or a digit
 */
public record FieldId(String value) {
  /**
   * @throws IllegalArgumentException when it has another shape; the message does not repeat it
   */
  public FieldId {
    if (!value.matches("[A-Za-z0-9][A-Za-z0-9-]{0,47}")) {
      throw new IllegalArgumentException("an id has 1 to 48 letters, digits or hyphens");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}

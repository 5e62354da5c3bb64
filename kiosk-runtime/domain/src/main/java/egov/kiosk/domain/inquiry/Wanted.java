package egov.kiosk.domain.inquiry;

/**
 * A paper that is missing from an application (补正材料).
 *
 * @param id the material's id, 1 to 32 lower-case letters, digits or hyphens
 * @param label what it is, 1 to 30 characters
 * @param hint what is wrong or which part is wanted, at most 60 characters, may be empty
 */
public record Wanted(String id, String label, String hint) {
  private static final int LONGEST_LABEL = 30;
  private static final int LONGEST_HINT = 60;

  public Wanted {
    if (!id.matches("[a-z0-9-]{1,32}") || label.isBlank()) {
      throw new IllegalArgumentException("a missing paper has an id and a label");
    }
    if (label.length() > LONGEST_LABEL || hint.length() > LONGEST_HINT) {
      throw new IllegalArgumentException("a label has 30 characters at most, a hint 60");
    }
  }
}

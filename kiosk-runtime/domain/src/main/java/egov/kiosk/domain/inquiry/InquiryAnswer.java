package egov.kiosk.domain.inquiry;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the platform says. Each part may be empty. Personal data: printed by no {@code toString}.
 *
 * @param rows for the screen, at most 200 rows
 * @param asOf the day or the moment it is true for, in words, may be empty
 * @param fields values offered for a form, by the field's name, at most 40
 * @param licences electronic licences that were found, at most 12
 * @param wanted papers that are missing from an application (补正), at most 12
 * @param file a picture or a part of one
 */
public record InquiryAnswer(
    List<Row> rows,
    String asOf,
    Map<String, String> fields,
    List<Licence> licences,
    List<Wanted> wanted,
    AnswerFile file) {
  /** Nothing is known. */
  public static final InquiryAnswer NOTHING = new InquiryAnswer(List.of(), "");

  private static final int MOST_ROWS = 200;
  private static final int MOST_FIELDS = 40;
  private static final int MOST = 12;
  private static final int LONGEST = 200;

  /**
   * One row.
   *
   * @param label what it is, 1 to 200 characters
   * @param value what the books say, at most 200 characters
   * @param sensitive whether the screen shows it masked until the citizen asks to see it
   */
  public record Row(String label, String value, boolean sensitive) {
    public Row {
      if (label.isBlank() || label.length() > LONGEST || value.length() > LONGEST) {
        throw new IllegalArgumentException(
            "a row has a label and a value of 200 characters at most");
      }
    }

    /** A row anybody may read over the shoulder. */
    public Row(String label, String value) {
      this(label, value, false);
    }

    @Override
    public String toString() {
      return "Row[hidden]";
    }
  }

  public InquiryAnswer {
    rows = List.copyOf(rows);
    Objects.requireNonNull(asOf, "asOf");
    fields = Map.copyOf(fields);
    licences = List.copyOf(licences);
    wanted = List.copyOf(wanted);
    Objects.requireNonNull(file, "file");
    if (rows.size() > MOST_ROWS || asOf.length() > LONGEST) {
      throw new IllegalArgumentException("an answer has at most 200 rows");
    }
    if (fields.size() > MOST_FIELDS || licences.size() > MOST || wanted.size() > MOST) {
      throw new IllegalArgumentException("an answer has at most 40 fields and 12 papers");
    }
    if (!fields.entrySet().stream().allMatch(InquiryAnswer::fits)) {
      throw new IllegalArgumentException("a field has a short name and 1 to 200 characters");
    }
  }

  /** Rows alone. */
  public InquiryAnswer(List<Row> rows, String asOf) {
    this(rows, asOf, Map.of(), List.of(), List.of(), AnswerFile.NONE);
  }

  private static boolean fits(Map.Entry<String, String> field) {
    return field.getKey().matches("[A-Za-z0-9.-]{1,64}")
        && !field.getValue().isBlank()
        && field.getValue().length() <= LONGEST;
  }

  @Override
  public String toString() {
    return "InquiryAnswer[" + rows.size() + " rows]";
  }
}

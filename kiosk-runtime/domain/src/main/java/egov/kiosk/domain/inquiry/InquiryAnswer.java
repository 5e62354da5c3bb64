package egov.kiosk.domain.inquiry;

import java.util.List;
import java.util.Objects;

/**
 * What the platform's books say. Personal data: printed by no {@code toString}.
 *
 * @param rows the answer, at most 200 rows; empty when the books hold nothing
 * @param asOf the day or the moment it is true for, in words, may be empty
 */
public record InquiryAnswer(List<Row> rows, String asOf) {
  private static final int MOST_ROWS = 200;
  private static final int LONGEST = 200;

  /**
   * One row.
   *
   * @param label what it is, 1 to 200 characters
   * @param value what the books say, at most 200 characters; identifying values come masked
   */
  public record Row(String label, String value) {
    public Row {
      if (label.isBlank() || label.length() > LONGEST || value.length() > LONGEST) {
        throw new IllegalArgumentException(
            "a row has a label and a value of 200 characters at most");
      }
    }

    @Override
    public String toString() {
      return "Row[hidden]";
    }
  }

  public InquiryAnswer {
    rows = List.copyOf(rows);
    Objects.requireNonNull(asOf, "asOf");
    if (rows.size() > MOST_ROWS) {
      throw new IllegalArgumentException("an answer has at most 200 rows");
    }
  }

  @Override
  public String toString() {
    return "InquiryAnswer[" + rows.size() + " rows]";
  }
}

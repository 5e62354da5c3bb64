package egov.kiosk.domain.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A copy of a certificate (证照副本). Personal data: printed by no {@code toString}.
 *
 * @param title what it is, e.g. 参保缴费证明; 1 to 40 characters
 * @param number the certificate's own number, may be empty
 * @param fields its table, 1 to 200 rows
 * @param note what it may be used for, may be empty
 * @param issuer the office that stands behind it; 1 to 60 characters
 * @param issuedOn the day it bears
 * @param verification what the QR code on it holds, by which anybody can have it verified (查验); at
 *     most 300 characters, may be empty
 */
public record CertificateCopy(
    String title,
    String number,
    List<Field> fields,
    String note,
    String issuer,
    LocalDate issuedOn,
    String verification) {
  private static final int LONGEST_TITLE = 40;
  private static final int LONGEST_ISSUER = 60;
  private static final int MOST_FIELDS = 200;
  private static final int LONGEST_VERIFICATION = 300;

  /**
   * One row.
   *
   * @param label what it is, e.g. 姓名
   * @param value what the certificate says
   */
  public record Field(String label, String value) {
    public Field {
      Objects.requireNonNull(label, "label");
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return "Field[hidden]";
    }
  }

  public CertificateCopy {
    Objects.requireNonNull(number, "number");
    fields = List.copyOf(fields);
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(issuedOn, "issuedOn");
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a certificate's title has 1 to 40 characters");
    }
    if (issuer.isBlank() || issuer.length() > LONGEST_ISSUER) {
      throw new IllegalArgumentException("a certificate's issuer has 1 to 60 characters");
    }
    if (verification.length() > LONGEST_VERIFICATION) {
      throw new IllegalArgumentException("what a QR code holds has at most 300 characters");
    }
    if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
      throw new IllegalArgumentException("a certificate has 1 to 200 fields");
    }
  }

  /** One without a QR code. */
  public CertificateCopy(
      String title,
      String number,
      List<Field> fields,
      String note,
      String issuer,
      LocalDate issuedOn) {
    this(title, number, fields, note, issuer, issuedOn, "");
  }

  @Override
  public String toString() {
    return "CertificateCopy[" + fields.size() + " fields]";
  }
}

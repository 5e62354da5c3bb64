package egov.kiosk.domain.transaction;

import java.util.Objects;

/**
 * What an item puts on an A4 sheet for the citizen to take along (证照副本, 申请表): its answers under a
 * heading.
 *
 * @param title its heading, 1 to 40 characters
 * @param issuer the office that stands behind it, 1 to 60 characters
 * @param note what it may be used for, at most 200 characters, may be empty
 * @param titleEnglish what the screen calls it in English, may be empty; the sheet is Chinese
 */
public record SheetTemplate(String title, String issuer, String note, String titleEnglish) {
  private static final int LONGEST_TITLE = 40;
  private static final int LONGEST_ISSUER = 60;
  private static final int LONGEST_NOTE = 200;

  public SheetTemplate {
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(titleEnglish, "titleEnglish");
    if (title.isBlank() || title.length() > LONGEST_TITLE) {
      throw new IllegalArgumentException("a sheet's title has 1 to 40 characters");
    }
    if (issuer.isBlank() || issuer.length() > LONGEST_ISSUER) {
      throw new IllegalArgumentException("a sheet's issuer has 1 to 60 characters");
    }
    if (note.length() > LONGEST_NOTE) {
      throw new IllegalArgumentException("a sheet's note has at most 200 characters");
    }
  }

  /** A sheet that the screen calls by its Chinese title. */
  public SheetTemplate(String title, String issuer, String note) {
    this(title, issuer, note, "");
  }
}

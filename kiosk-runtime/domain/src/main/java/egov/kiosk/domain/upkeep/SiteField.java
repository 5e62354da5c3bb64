package egov.kiosk.domain.upkeep;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is asked about a site. None of it is about a person. */
public enum SiteField {
  /** What citizens read at the top of the screen. */
  SITE("site", "[\\p{L}\\p{N}（）()·\\- ]{2,40}"),
  /** Who runs it. */
  ORGANISATION("organisation", "[\\p{L}\\p{N}（）()·\\- ]{2,40}"),
  /** The platform's code of the organisation's node (组织节点). */
  NODE("node", "[A-Za-z0-9][A-Za-z0-9._-]{1,47}"),
  /** Where it stands. */
  ADDRESS("address", "[\\p{L}\\p{N}（）()·\\-# ]{2,60}"),
  /** Where the next kiosk or counter is, in words for citizens; may be left out. */
  ELSEWHERE("elsewhere", "|[\\p{L}\\p{N}（）()·\\-#，。、；： ]{2,60}"),
  /** The panel's diagonal in inches. */
  PANEL_INCHES("panelInches", "21\\.5|27|32"),
  /** How high above the floor the glass begins, in millimetres. */
  BOTTOM_EDGE_MM("bottomEdgeMm", "[3-9]\\d{2}|1[0-4]\\d{2}");

  private final String word;
  private final Pattern form;

  SiteField(String word, String form) {
    this.word = word;
    this.form = Pattern.compile(form);
  }

  /** Its name in records and on the wire. */
  public String word() {
    return word;
  }

  /** Whether an answer has the form that is asked for. */
  public boolean takes(String answer) {
    return answer != null && form.matcher(answer).matches();
  }

  /** Whether it may be left out. */
  public boolean optional() {
    return takes("");
  }

  /** The field of that name. */
  public static Optional<SiteField> of(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equals(word)).findFirst();
  }
}

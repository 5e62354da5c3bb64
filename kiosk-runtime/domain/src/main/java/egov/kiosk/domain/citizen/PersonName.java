package egov.kiosk.domain.citizen;

import java.util.Objects;
import java.util.Set;

/**
 * A name exactly as the card carries it, rare characters included. Immutable; {@link #toString()}
 * is masked.
 *
 * @param value the name, not blank, without leading or trailing blanks
 */
public record PersonName(String value) {
  private static final Set<String> TWO_CHARACTER_SURNAMES =
      Set.of(
          "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "司徒", "令狐", "夏侯", "长孙", "宇文", "端木",
          "南宫", "西门", "独孤", "申屠", "轩辕");

  public PersonName {
    Objects.requireNonNull(value, "value");
    if (value.isBlank() || !value.equals(value.strip())) {
      throw new IllegalArgumentException("a name is not blank and has no blanks around it");
    }
    WholeText.requireWhole(value, "a name");
  }

  /**
   * The name with all but the surname hidden: {@code 张*}, {@code 欧阳*}; a name in Latin letters
   * keeps its first letter.
   */
  public String masked() {
    int keep = value.offsetByCodePoints(0, 1);
    if (value.codePointCount(0, value.length()) > 2
        && TWO_CHARACTER_SURNAMES.contains(value.substring(0, Math.min(2, value.length())))) {
      keep = 2;
    }
    return value.substring(0, keep) + "*";
  }

  /**
   * Whether a character of it is of private use (造字): what it looks like is an agreement of who
   * issued the card, so it is kept as it is and neither drawn nor mapped.
   */
  public boolean privateUse() {
    return value.codePoints().anyMatch(one -> Character.getType(one) == Character.PRIVATE_USE);
  }

  @Override
  public String toString() {
    return masked();
  }
}

package egov.kiosk.assist.voice;

import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What stands in a Chinese text besides characters, in the words people say for it. */
final class ChineseRules {
  private record Rule(Pattern pattern, Function<MatchResult, String> said) {
    Rule(String pattern, Function<MatchResult, String> said) {
      this(Pattern.compile(pattern), said);
    }
  }

  private static final Rule[] RULES = {
    new Rule(
        "[0-9]+\\*+([0-9]*)([Xx]?)|\\*+([0-9]+)([Xx]?)",
        found -> masked(or(found, 1, 3), or(found, 2, 4))),
    new Rule(
        "(\\p{IsHan})(\\*{1,3})",
        found -> found.group(1) + "某".repeat(found.end(2) - found.start(2))),
    new Rule(
        "(\\d{4})-(\\d{2})-(\\d{2})(?:[T ](\\d{2}):(\\d{2})(?::\\d{2})?)?", ChineseRules::moment),
    new Rule("(?<!\\d)(\\d{1,2}):(\\d{2})(?!\\d)", found -> clock(found.group(1), found.group(2))),
    new Rule("¥\\s?(\\d{1,8}(?:\\.\\d{1,2})?)", found -> ChineseNumbers.money(found.group(1))),
    new Rule("(\\d{1,8}(?:\\.\\d{1,2})?)元", found -> ChineseNumbers.money(found.group(1))),
    new Rule("(\\d{1,8})%", found -> "百分之" + ChineseNumbers.amount(found.group(1))),
    new Rule("(\\d{4})(?=年)", found -> ChineseNumbers.oneByOne(found.group(1))),
    new Rule(
        "(\\d{1,8})\\.(\\d{1,8})",
        found ->
            ChineseNumbers.amount(found.group(1)) + "点" + ChineseNumbers.oneByOne(found.group(2))),
    new Rule("\\d{5,}|(?<!\\d)0\\d+", found -> ChineseNumbers.digits(found.group())),
    new Rule("(?<![第\\d])2(?=[个件秒次张位天份条人项种本小])", found -> "两"),
    new Rule("\\d{1,4}", found -> ChineseNumbers.amount(found.group())),
  };

  private ChineseRules() {}

  /** The text without digits and masks. */
  static String spoken(String text) {
    String said = text;
    for (Rule rule : RULES) {
      said = rule.pattern().matcher(said).replaceAll(rule.said()::apply);
    }
    return said;
  }

  /** Only the end of a number that is not shown whole: 3501**********999X is 尾号九九九X. */
  private static String masked(String digits, String letter) {
    String end = ChineseNumbers.oneByOne(digits) + letter.toUpperCase(java.util.Locale.ROOT);
    return end.isEmpty() ? "星号" : "尾号" + end;
  }

  private static String or(MatchResult found, int one, int other) {
    String first = found.group(one);
    String second = found.group(other);
    return first != null ? first : second == null ? "" : second;
  }

  private static String moment(MatchResult found) {
    String day =
        ChineseNumbers.oneByOne(found.group(1))
            + "年"
            + ChineseNumbers.amount(found.group(2))
            + "月"
            + ChineseNumbers.amount(found.group(3))
            + "日";
    return found.group(4) == null ? day : day + clock(found.group(4), found.group(5));
  }

  private static String clock(String hours, String minutes) {
    String hour = hours.matches("0?2") ? "两" : ChineseNumbers.amount(hours);
    return hour + "点" + (minutes.equals("00") ? "" : ChineseNumbers.amount(minutes) + "分");
  }
}

package egov.kiosk.documents.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Breaks text into lines: anywhere between Han characters, between words of ASCII, never before a
 * closing mark or after an opening one (避头尾), and never inside a character.
 */
final class Lines {
  private static final String NOT_FIRST = "，。、；：！？）」』】》〉”’…—%,.;:!?)]}";
  private static final String NOT_LAST = "（「『【《〈“‘([{";

  private Lines() {}

  /**
   * Breaks a text.
   *
   * @param halves how many half squares fit on a line, at least 4
   * @return the lines, at least one; without blanks at the break
   */
  static List<String> of(String text, int halves) {
    List<String> lines = new ArrayList<>();
    int[] points = text.codePoints().toArray();
    int start = 0;
    while (start < points.length) {
      int end = fitting(points, start, halves);
      if (end < points.length) {
        end = breakBefore(points, start, end);
      }
      lines.add(new String(points, start, end - start).strip());
      start = end;
      while (start < points.length && points[start] == ' ') {
        start++;
      }
    }
    return lines.isEmpty() ? List.of("") : lines;
  }

  /** How far the line reaches when it is filled. */
  private static int fitting(int[] points, int start, int halves) {
    int used = 0;
    int end = start;
    while (end < points.length && used + Glyphs.halves(points[end]) <= halves) {
      used += Glyphs.halves(points[end]);
      end++;
    }
    return end;
  }

  /** The last allowed break up to there; there itself when the line allows none. */
  private static int breakBefore(int[] points, int start, int end) {
    for (int at = end; at > start; at--) {
      if (mayBreak(points[at - 1], points[at])) {
        return at;
      }
    }
    int at = end;
    while (at > start + 1 && Glyphs.joins(points[at])) {
      at--;
    }
    return at;
  }

  private static boolean mayBreak(int before, int after) {
    if (Glyphs.joins(after) || NOT_FIRST.indexOf(after) >= 0 || NOT_LAST.indexOf(before) >= 0) {
      return false;
    }
    return before == ' ' || after == ' ' || Glyphs.halves(before) != 1 || Glyphs.halves(after) != 1;
  }
}

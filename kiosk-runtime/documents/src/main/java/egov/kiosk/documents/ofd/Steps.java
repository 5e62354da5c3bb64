package egov.kiosk.documents.ofd;

import java.util.List;
import java.util.StringJoiner;

/** DeltaX: the way from each character to the next; equal ones in a row as {@code g COUNT STEP}. */
final class Steps {
  private static final int REPEATS_FROM = 3;

  private Steps() {}

  static String text(List<Integer> steps) {
    StringJoiner deltas = new StringJoiner(" ");
    for (int at = 0; at < steps.size(); ) {
      int end = at;
      while (end < steps.size() && steps.get(end).equals(steps.get(at))) {
        end++;
      }
      String step = Millimetres.of(steps.get(at));
      if (end - at >= REPEATS_FROM) {
        deltas.add("g " + (end - at) + " " + step);
      } else {
        for (int i = at; i < end; i++) {
          deltas.add(step);
        }
      }
      at = end;
    }
    return deltas.toString();
  }
}

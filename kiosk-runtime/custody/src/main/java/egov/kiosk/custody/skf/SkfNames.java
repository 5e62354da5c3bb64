package egov.kiosk.custody.skf;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A list of names as the interface gives it: each ends with a zero byte, and the list with one
 * more.
 */
final class SkfNames {
  private SkfNames() {}

  /** The names; one that does not end is none. */
  static List<String> of(byte[] list) {
    List<String> names = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < list.length; at++) {
      if (list[at] == 0) {
        if (at > from) {
          names.add(new String(list, from, at - from, StandardCharsets.UTF_8));
        }
        from = at + 1;
      }
    }
    return names;
  }
}

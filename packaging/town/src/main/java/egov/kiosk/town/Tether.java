package egov.kiosk.town;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a program that knows nothing of the town end with it: it is ended when its standard input
 * is, and the kernel ends that even for a town that was killed. The program itself reads nothing
 * and keeps the process's number, so that who ends or kills the process ends or kills the program.
 */
final class Tether {
  /** The time of the start tells the program from another that got its number later. */
  private static final String SCRIPT =
      """
      exec 3<&0
      began=$(cut -d' ' -f22 "/proc/$$/stat")
      (
        while read -r _ <&3; do :; done
        [ "$(cut -d' ' -f22 "/proc/$$/stat")" = "$began" ] && kill "$$"
      ) 2>/dev/null &
      exec "$@" 3<&- </dev/null
      """;

  private Tether() {}

  /** The command line of a program on a tether. */
  static List<String> to(List<String> program) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "tether"));
    command.addAll(program);
    return command;
  }
}

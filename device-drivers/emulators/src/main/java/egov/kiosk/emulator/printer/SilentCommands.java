package egov.kiosk.emulator.printer;

import java.util.Map;

/**
 * Known commands that leave no trace on this printer's paper, with the number of parameter bytes to
 * skip, so that the stream stays in step.
 */
final class SilentCommands {
  private static final Map<Character, Integer> AFTER_ESC =
      Map.ofEntries(
          Map.entry(' ', 1),
          Map.entry('$', 2),
          Map.entry('%', 1),
          Map.entry('=', 1),
          Map.entry('?', 1),
          Map.entry('B', 2),
          Map.entry('L', 0),
          Map.entry('M', 1),
          Map.entry('R', 1),
          Map.entry('S', 0),
          Map.entry('T', 1),
          Map.entry('V', 1),
          Map.entry('W', 8),
          Map.entry('\\', 2),
          Map.entry('c', 2),
          Map.entry('p', 3),
          Map.entry('t', 1),
          Map.entry('{', 1));

  private static final Map<Character, Integer> AFTER_FS =
      Map.of('!', 1, '-', 1, 'C', 1, 'S', 2, 'W', 1, 'p', 2);

  private static final Map<Character, Integer> AFTER_GS =
      Map.ofEntries(
          Map.entry('$', 2),
          Map.entry('/', 1),
          Map.entry(':', 0),
          Map.entry('B', 1),
          Map.entry('H', 1),
          Map.entry('L', 2),
          Map.entry('P', 2),
          Map.entry('W', 2),
          Map.entry('\\', 2),
          Map.entry('a', 1),
          Map.entry('b', 1),
          Map.entry('f', 1),
          Map.entry('h', 1),
          Map.entry('w', 1));

  private SilentCommands() {}

  /** Parameter bytes of {@code ESC c}, or -1 when it is not one of these commands. */
  static int afterEsc(int c) {
    return AFTER_ESC.getOrDefault((char) c, -1);
  }

  /** Parameter bytes of {@code FS c}, or -1. */
  static int afterFs(int c) {
    return AFTER_FS.getOrDefault((char) c, -1);
  }

  /** Parameter bytes of {@code GS c}, or -1. */
  static int afterGs(int c) {
    return AFTER_GS.getOrDefault((char) c, -1);
  }
}

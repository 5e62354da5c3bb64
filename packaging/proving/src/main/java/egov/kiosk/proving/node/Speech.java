package egov.kiosk.proving.node;

import java.io.PrintStream;

/** Says lines to the conductor, each whole and at once: what was said survives the process. */
final class Speech {
  private final PrintStream out;

  Speech(PrintStream out) {
    this.out = out;
  }

  void say(String line) {
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }
}

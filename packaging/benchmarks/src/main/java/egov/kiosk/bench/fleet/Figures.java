package egov.kiosk.bench.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came out: figures at once to standard output, problems kept for the exit code. */
final class Figures {
  private final List<String> problems = new ArrayList<>();

  /** Prints {@code figure <name> <value> <unit>}. */
  void add(String name, double value, String unit) {
    System.out.println(line(name, value, unit));
  }

  static String line(String name, double value, String unit) {
    String text = String.format(Locale.ROOT, "%.4f", value);
    String shown = text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    return "figure " + name + " " + shown + " " + unit;
  }

  /** What one piece of work costs a process, and how many of it fill one core. */
  void cost(String name, double cpuSeconds, long pieces, String piece) {
    if (pieces > 0) {
      add(name + "-cpu", 1000 * cpuSeconds / pieces, "ms/" + piece);
      if (cpuSeconds > 0) {
        add(name + "-per-core", pieces / cpuSeconds, piece + "/s/core");
      }
    }
  }

  /** What must be so; otherwise the benchmark fails at its end. */
  void require(boolean holds, String problem) {
    if (!holds) {
      System.err.println("problem " + problem);
      problems.add(problem);
    }
  }

  boolean sound() {
    return problems.isEmpty();
  }
}

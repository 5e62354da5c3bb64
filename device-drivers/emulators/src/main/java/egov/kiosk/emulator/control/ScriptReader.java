package egov.kiosk.emulator.control;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a script for an emulator, a line a step:
 *
 * <pre>
 *   # a remark
 *   wait 200ms            or  wait 50ms..2s   drawn anew each time
 *   until request 3002    the device came to this; "until printed 40 x3 within 10s"
 *   repeat 5  ...  end    or  repeat forever
 *   place second-card     anything else is an order, as on the control line
 * </pre>
 *
 * Orders after {@code until} are carried out before the device goes on.
 */
final class ScriptReader {
  private static final int MOST_LINES = 10_000;
  private static final int DEEPEST = 8;
  private static final int MOST_TIMES = 1_000_000;
  private static final Duration USUAL_WITHIN = Duration.ofSeconds(30);
  private static final Pattern TIME = Pattern.compile("(\\d{1,7})(ms|s)");

  private final Deque<Block> open = new ArrayDeque<>();

  /** A block that has begun. */
  private record Block(int times, List<Script.Step> steps) {}

  private ScriptReader() {
    open.push(new Block(1, new ArrayList<>()));
  }

  /**
   * @throws OrderException naming the line that makes no sense
   */
  static Script read(List<String> lines) throws OrderException {
    if (lines.size() > MOST_LINES) {
      throw new OrderException("a script has at most " + MOST_LINES + " lines");
    }
    ScriptReader reader = new ScriptReader();
    for (int i = 0; i < lines.size(); i++) {
      reader.take(i + 1, lines.get(i).strip());
    }
    if (reader.open.size() > 1) {
      throw new OrderException("script: a repeat has no end");
    }
    return new Script(reader.open.pop().steps());
  }

  private void take(int line, String text) throws OrderException {
    if (text.isEmpty() || text.startsWith("#")) {
      return;
    }
    List<String> words = Arrays.asList(text.split("\\s+"));
    switch (words.get(0)) {
      case "wait" -> add(pause(line, words));
      case "until" -> add(until(line, words));
      case "repeat" -> begin(line, words);
      case "end" -> end(line, words);
      default -> add(new Script.Order(line, words));
    }
  }

  private void add(Script.Step step) {
    open.element().steps().add(step);
  }

  private void begin(int line, List<String> words) throws OrderException {
    if (words.size() != 2 || open.size() > DEEPEST) {
      throw wrong(line, "expected repeat N or repeat forever, " + DEEPEST + " deep at most");
    }
    int times = words.get(1).equals("forever") ? Script.Repeat.FOREVER : number(line, words.get(1));
    open.push(new Block(times, new ArrayList<>()));
  }

  private void end(int line, List<String> words) throws OrderException {
    if (words.size() != 1 || open.size() == 1) {
      throw wrong(line, "end without a repeat");
    }
    Block block = open.pop();
    if (block.times() == Script.Repeat.FOREVER && !takesTime(block.steps())) {
      throw wrong(line, "a repeat forever needs a wait or an until in it");
    }
    add(new Script.Repeat(block.times(), block.steps()));
  }

  private static boolean takesTime(List<Script.Step> steps) {
    return steps.stream()
        .anyMatch(
            step ->
                step instanceof Script.Pause
                    || step instanceof Script.Until
                    || (step instanceof Script.Repeat inner && takesTime(inner.steps())));
  }

  private static Script.Pause pause(int line, List<String> words) throws OrderException {
    if (words.size() != 2) {
      throw wrong(line, "expected wait TIME or wait TIME..TIME");
    }
    String[] ends = words.get(1).split("\\.\\.", 2);
    Duration least = time(line, ends[0]);
    Duration most = ends.length == 1 ? least : time(line, ends[1]);
    if (most.compareTo(least) < 0) {
      throw wrong(line, "the second time is shorter than the first");
    }
    return new Script.Pause(least, most);
  }

  private static Script.Until until(int line, List<String> words) throws OrderException {
    List<String> rest = new ArrayList<>(words.subList(1, words.size()));
    Duration within = USUAL_WITHIN;
    if (rest.size() > 2 && rest.get(rest.size() - 2).equals("within")) {
      within = time(line, rest.remove(rest.size() - 1));
      rest.remove(rest.size() - 1);
    }
    int times = 1;
    if (rest.size() > 1 && rest.get(rest.size() - 1).matches("x\\d+")) {
      times = number(line, rest.remove(rest.size() - 1).substring(1));
    }
    if (rest.isEmpty()) {
      throw wrong(line, "expected until EVENT [xN] [within TIME]");
    }
    return new Script.Until(line, String.join(" ", rest), times, within);
  }

  private static Duration time(int line, String word) throws OrderException {
    Matcher time = TIME.matcher(word);
    if (!time.matches()) {
      throw wrong(line, "expected a time such as 200ms or 3s");
    }
    long number = Long.parseLong(time.group(1));
    return time.group(2).equals("s") ? Duration.ofSeconds(number) : Duration.ofMillis(number);
  }

  private static int number(int line, String word) throws OrderException {
    if (word.matches("\\d{1,7}")) {
      int number = Integer.parseInt(word);
      if (number > 0 && number <= MOST_TIMES) {
        return number;
      }
    }
    throw wrong(line, "expected a number from 1 to " + MOST_TIMES);
  }

  private static OrderException wrong(int line, String what) {
    return new OrderException("script line " + line + ": " + what);
  }
}

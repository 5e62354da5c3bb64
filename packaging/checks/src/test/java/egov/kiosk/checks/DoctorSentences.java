package egov.kiosk.checks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What checks say, read out of their sources: the sentences in calls that make findings. Whatever a
 * sentence is put together with stands in it as a number.
 */
final class DoctorSentences {
  private static final Pattern MADE =
      Pattern.compile(
          "(Finding\\.ok|new Finding|Verdict\\.(?:ok|warn|fail|forbidden)"
              + "|(?<![.\\w])(?:warn|fail|finding|act|unreadable))\\(");

  /** Where findings are made that a doctor shows. */
  private static final Pattern FILES =
      Pattern.compile(".*(Check|Looks?|Findings|Component|Keeper|Watch|Reach|Remembered)\\.java");

  private DoctorSentences() {}

  /** Every sentence, behind the file it is in. */
  static List<String> all() throws IOException {
    List<String> found = new ArrayList<>();
    for (String rooms : List.of("kiosk-runtime", "device-drivers", "sync-agent")) {
      try (Stream<Path> files = Files.walk(Tree.ROOT.resolve(rooms))) {
        for (Path file : files.filter(DoctorSentences::makesFindings).sorted().toList()) {
          String text = Files.readString(file);
          if (text.contains("domain.health.Finding") || text.contains("Verdict.ok(")) {
            for (String sentence : sentences(text)) {
              found.add(file.getFileName() + ": " + sentence);
            }
          }
        }
      }
    }
    return found;
  }

  private static boolean makesFindings(Path file) {
    return file.toString().contains("/src/main/java/")
        && FILES.matcher(file.getFileName().toString()).matches()
        && !file.toString().contains("/gateway/");
  }

  static List<String> sentences(String source) {
    List<String> found = new ArrayList<>();
    Matcher call = MADE.matcher(source);
    while (call.find()) {
      List<String> arguments = arguments(source, call.end());
      String made = call.group(1);
      int what =
          switch (made) {
            case "Finding.ok", "Verdict.forbidden" -> 1;
            case "new Finding" -> 2;
            case "finding", "act" ->
                arguments.get(0).startsWith("Level.") ? 1 : arguments.size() - 1;
            default -> 0;
          };
      if (what < arguments.size()) {
        found.addAll(said(arguments.get(what)));
      }
    }
    return found;
  }

  /** The arguments of a call, as they stand there. */
  private static List<String> arguments(String source, int begin) {
    List<String> found = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    int deep = 1;
    boolean quoted = false;
    for (int at = begin; at < source.length(); at++) {
      char letter = source.charAt(at);
      if (letter == '"' && source.charAt(at - 1) != '\\') {
        quoted = !quoted;
      }
      deep += quoted ? 0 : letter == '(' ? 1 : letter == ')' ? -1 : 0;
      if (deep == 0 || (deep == 1 && letter == ',' && !quoted)) {
        found.add(one.toString().strip());
        one.setLength(0);
        if (deep == 0) {
          break;
        }
      } else {
        one.append(letter);
      }
    }
    return found;
  }

  /** What one of two, or one put together, says. */
  private static List<String> said(String expression) {
    int question = outside(expression, " ? ");
    if (question >= 0) {
      String rest = expression.substring(question + 3);
      int colon = outside(rest, " : ");
      List<String> both = new ArrayList<>();
      if (colon >= 0) {
        both.addAll(said(rest.substring(0, colon)));
        both.addAll(said(rest.substring(colon + 3)));
      }
      return both;
    }
    StringBuilder sentence = new StringBuilder();
    boolean words = false;
    String rest = expression;
    while (!rest.isEmpty()) {
      int plus = outside(rest, "+");
      String part = (plus < 0 ? rest : rest.substring(0, plus)).strip();
      boolean literal = part.startsWith("\"") && part.endsWith("\"");
      words |= literal;
      sentence.append(literal ? part.substring(1, part.length() - 1) : "7");
      rest = plus < 0 ? "" : rest.substring(plus + 1);
    }
    // What begins with another sentence is looked at without it; what ends with one is not its own.
    String own = sentence.toString().replaceAll("^7 (?=[A-Z])", "");
    return words && !own.contains("%s") && !own.endsWith("77") ? List.of(own) : List.of();
  }

  /** Where something stands that is neither quoted nor in brackets; -1 when it does not. */
  private static int outside(String text, String what) {
    int deep = 0;
    boolean quoted = false;
    String flat = text.replaceAll("\\s", " ");
    for (int at = 0; at < flat.length(); at++) {
      char letter = flat.charAt(at);
      if (letter == '"' && (at == 0 || flat.charAt(at - 1) != '\\')) {
        quoted = !quoted;
      } else if (!quoted) {
        deep += letter == '(' ? 1 : letter == ')' ? -1 : 0;
        if (deep == 0 && flat.startsWith(what, at)) {
          return at;
        }
      }
    }
    return -1;
  }
}

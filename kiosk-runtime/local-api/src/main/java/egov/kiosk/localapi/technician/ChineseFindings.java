package egov.kiosk.localapi.technician;

import egov.kiosk.domain.health.Level;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a check saw, in Chinese. Checks say one English sentence, for the log has it; here each of
 * those sentences has its pair. A sentence without one is never shown as it is: then a word for how
 * bad it is stands in its place. Stateless.
 */
final class ChineseFindings {
  private static final String BETWEEN = " => ";
  private static final String HOLE = "{}";

  /** Stands where a sentence is that nobody wrote in Chinese. */
  private static final String UNKNOWN = "原因见日志";

  /** Words in a row: prose, and no name, path, number, setting or code. */
  private static final Pattern PROSE = Pattern.compile("(?<![\\w./-])[A-Za-z']{2,} [a-z']{2,}");

  private static final Pattern CODE = Pattern.compile("[A-Z]{2,}(?:_[A-Z]+)*");
  private static final Pattern NUMBERED = Pattern.compile("\\{(\\d)\\}");
  private static final int DEEP = 3;

  private record Pair(Pattern english, String chinese, int letters) {}

  private final Map<String, String> whole = new HashMap<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final UnaryOperator<String> titles;

  /**
   * Reads the sentences.
   *
   * @param titles the Chinese name of a check or device, or what was asked
   */
  ChineseFindings(UnaryOperator<String> titles) {
    this.titles = titles;
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                ChineseFindings.class.getResourceAsStream("findings-zh.txt"),
                StandardCharsets.UTF_8))) {
      in.lines().filter(line -> !line.startsWith("#")).forEach(this::add);
    } catch (IOException e) {
      throw new IllegalStateException("the program lacks the doctor's sentences", e);
    }
    pairs.sort(Comparator.comparingInt(Pair::letters).reversed());
  }

  private void add(String line) {
    int at = line.indexOf(BETWEEN);
    if (at < 0) {
      return;
    }
    String english = line.substring(0, at);
    String chinese = line.substring(at + BETWEEN.length());
    if (!english.contains(HOLE)) {
      whole.put(english, chinese);
      return;
    }
    StringBuilder pattern = new StringBuilder();
    String[] parts = english.split("\\{\\}", -1);
    for (int i = 0; i < parts.length; i++) {
      pattern.append(i == 0 ? "" : "(.+?)").append(Pattern.quote(parts[i]));
    }
    pairs.add(
        new Pair(
            Pattern.compile(pattern.toString(), Pattern.DOTALL),
            chinese,
            english.replace(HOLE, "").length()));
  }

  /** The sentence; a word for the level when nobody wrote it in Chinese. */
  String said(String english, Level level) {
    return known(english)
        .orElse(
            switch (level) {
              case OK -> "正常";
              case WARN -> "要注意，英文原话见日志";
              case FAIL -> "不正常，英文原话见日志";
            });
  }

  /** The sentence, when somebody wrote it in Chinese. */
  Optional<String> known(String english) {
    return known(english.strip(), DEEP);
  }

  private Optional<String> known(String english, int deep) {
    if (!PROSE.matcher(english).find() && !whole.containsKey(english) && !inAPair(english)) {
      return Optional.of(named(english));
    }
    if (deep == 0) {
      return Optional.empty();
    }
    Optional<String> all = several(english, deep);
    return all.isPresent() ? all : sentence(english, deep);
  }

  /** Devices by their names, states and faults by their codes, e.g. {@code NO_ANSWER}. */
  private String named(String english) {
    String text = Arrays.stream(english.split(", ")).map(titles).collect(Collectors.joining(", "));
    return CODE.matcher(text)
        .replaceAll(
            code -> Matcher.quoteReplacement(whole.getOrDefault(code.group(), code.group())));
  }

  private boolean inAPair(String english) {
    return pairs.stream().anyMatch(pair -> pair.english().matcher(english).matches());
  }

  private Optional<String> sentence(String english, int deep) {
    if (whole.containsKey(english)) {
      return Optional.of(whole.get(english));
    }
    String best = "";
    for (Pair pair : pairs) {
      Matcher matcher = pair.english().matcher(english);
      if (matcher.matches()) {
        String filled = filled(pair, matcher, deep);
        if (!filled.contains(UNKNOWN)) {
          return Optional.of(filled);
        }
        best = best.isEmpty() ? filled : best;
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** What stands in a hole may be a sentence itself; one nobody knows is left to the log. */
  private String filled(Pair pair, Matcher matcher, int deep) {
    StringBuilder said = new StringBuilder();
    Matcher numbered = NUMBERED.matcher(pair.chinese());
    if (numbered.find()) {
      numbered.reset();
      while (numbered.find()) {
        String value = matcher.group(Integer.parseInt(numbered.group(1)));
        numbered.appendReplacement(said, Matcher.quoteReplacement(value(value, deep)));
      }
      return numbered.appendTail(said).toString();
    }
    String[] parts = pair.chinese().split("\\{\\}", -1);
    for (int i = 0; i < parts.length; i++) {
      said.append(parts[i]).append(i < parts.length - 1 ? value(matcher.group(i + 1), deep) : "");
    }
    return said.toString();
  }

  private String value(String english, int deep) {
    return known(english, deep - 1).orElse(UNKNOWN);
  }

  /** Several sentences, one behind the other. */
  private Optional<String> several(String english, int deep) {
    String[] parts = english.split("(?<=\\.) (?=[A-Z0-9])|; ");
    if (parts.length < 2) {
      return Optional.empty();
    }
    StringBuilder said = new StringBuilder();
    for (String part : parts) {
      Optional<String> one = known(part, deep - 1);
      if (one.isEmpty() || one.get().contains(UNKNOWN)) {
        return Optional.empty();
      }
      said.append(said.length() == 0 || said.toString().endsWith("。") ? "" : "；").append(one.get());
    }
    return Optional.of(said.toString());
  }
}

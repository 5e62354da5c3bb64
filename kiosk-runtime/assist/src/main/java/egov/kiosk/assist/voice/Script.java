package egov.kiosk.assist.voice;

import egov.kiosk.domain.assist.Speech;
import egov.kiosk.domain.assist.SpokenLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a text into what the voices say: Chinese as syllables, everything in letters in English.
 */
final class Script {
  private static final Pattern RUN =
      Pattern.compile(
          "(?<han>[\\p{IsHan}〇]+)"
              + "|(?<latin>[A-Za-z][A-Za-z'’]*(?:[ -][A-Za-z][A-Za-z'’]*)*)"
              + "|(?<stop>[。！？!?；;：:\\n]|\\.(?=\\s|$))"
              + "|(?<pause>[，、,·\\-—/()（）“”\"《》]+)");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{5,}");
  private static final Pattern MASKED = Pattern.compile("[0-9Xx]*\\*+([0-9]*[Xx]?)");

  private final Readings readings;

  Script(Readings readings) {
    this.readings = readings;
  }

  List<Part> of(Speech speech) {
    boolean chinese = speech.language() == SpokenLanguage.CHINESE;
    String text = speech.text().strip();
    return switch (speech.kind()) {
      case NAME -> parts(ChineseRules.spoken(text), true);
      case DIGITS -> chinese ? parts(grouped(text), false) : english(spaced(text));
      case MONEY -> chinese ? chinese(text + "元") : english(text + " yuan");
      case DATE, TEXT -> chinese ? chinese(text) : mixed(text);
    };
  }

  private List<Part> chinese(String text) {
    return parts(ChineseRules.spoken(text), false);
  }

  /** English words, with the Chinese of data between them. */
  private List<Part> mixed(String text) {
    if (text.codePoints().noneMatch(Character::isIdeographic)) {
      return english(text);
    }
    return parts(ChineseRules.spoken(text), false);
  }

  private static List<Part> english(String text) {
    String masked = MASKED.matcher(text).replaceAll(found -> "ending " + spaced(found.group(1)));
    String said = LONG_NUMBER.matcher(masked).replaceAll(found -> spaced(found.group()));
    return List.of(new Part(false, said));
  }

  private static String spaced(String text) {
    return text.replaceAll("(?<=[0-9A-Za-z])(?=[0-9A-Za-z])", " ");
  }

  /** 350102600012 in fours, with a pause between them; where hyphens are, they tell. */
  private static String grouped(String text) {
    String groups = text.contains("-") ? text : text.replaceAll("(\\d{4})(?=\\d)", "$1,");
    return ChineseNumbers.digits(groups).replaceAll("(?<=[A-Za-z])(?=[A-Za-z])", " ");
  }

  private List<Part> parts(String text, boolean name) {
    List<Part> parts = new ArrayList<>();
    StringBuilder syllables = new StringBuilder();
    Matcher run = RUN.matcher(text);
    boolean first = name;
    while (run.find()) {
      if (run.group("han") != null) {
        String han = run.group("han");
        List<String> said = first ? readings.readName(han) : readings.read(han);
        said.forEach(syllable -> syllables.append(syllable).append(' '));
        first = false;
      } else if (run.group("latin") != null) {
        close(parts, syllables);
        parts.add(new Part(false, run.group("latin")));
      } else {
        syllables.append(run.group("stop") != null ? ". " : ", ");
      }
    }
    close(parts, syllables);
    return parts;
  }

  private static void close(List<Part> parts, StringBuilder syllables) {
    if (syllables.chars().anyMatch(Character::isLetter)) {
      parts.add(new Part(true, syllables.toString().strip()));
    }
    syllables.setLength(0);
  }
}

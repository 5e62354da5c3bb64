package egov.kiosk.assist.voice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How Chinese characters are read (多音字): the longest known word wins, a single character has its
 * most usual reading. Immutable, safe for use by several threads.
 */
final class Readings {
  private static final int LONGEST_WORD = 4;

  private final Map<Integer, String> single = new HashMap<>();
  private final Map<String, String> words = new HashMap<>();
  private final Map<String, String> surnames = new HashMap<>();

  /**
   * @param characters lines of a syllable and the characters usually read so
   * @param phrases lines of a word and its syllables, where a character is read unusually
   */
  Readings(InputStream characters, InputStream phrases) throws IOException {
    for (String[] line : lines(characters)) {
      line[1].codePoints().forEach(character -> single.put(character, line[0]));
    }
    readWords(phrases, words);
    // Our own corrections come last and win.
    readWords(own("overrides.txt"), words);
    words.forEach((word, reading) -> single(word).ifPresent(one -> single.put(one, reading)));
    readWords(own("surnames.txt"), surnames);
  }

  private static OptionalInt single(String word) {
    return word.codePointCount(0, word.length()) == 1
        ? OptionalInt.of(word.codePointAt(0))
        : OptionalInt.empty();
  }

  private static InputStream own(String name) throws IOException {
    InputStream in = Readings.class.getResourceAsStream(name);
    if (in == null) {
      throw new IOException("the voice's own " + name + " is not in its jar");
    }
    return in;
  }

  private static void readWords(InputStream in, Map<String, String> into) throws IOException {
    for (String[] line : lines(in)) {
      into.put(line[0], line[1]);
    }
  }

  private static List<String[]> lines(InputStream in) throws IOException {
    List<String[]> lines = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int space = line.indexOf(' ');
        if (space > 0 && line.charAt(0) != '#') {
          lines.add(new String[] {line.substring(0, space), line.substring(space + 1)});
        }
      }
    }
    return lines;
  }

  /** Syllables with tone digits (5 is the light tone) of a run of Han characters. */
  List<String> read(String han) {
    int[] characters = han.codePoints().toArray();
    List<String> syllables = new ArrayList<>();
    int at = 0;
    while (at < characters.length) {
      int taken = longestWord(characters, at, syllables);
      if (taken == 0) {
        String one = single.get(characters[at]);
        syllables.add(one == null ? "" : sandhi(one, characters, at));
        taken = 1;
      }
      at += taken;
    }
    syllables.removeIf(String::isEmpty);
    return syllables;
  }

  /** A person's name: the surname has readings of its own. */
  List<String> readName(String name) {
    for (int length = Math.min(2, name.length()); length > 0; length--) {
      String surname = surnames.get(name.substring(0, length));
      if (surname != null) {
        List<String> all = new ArrayList<>(List.of(surname.split(" ")));
        all.addAll(read(name.substring(length)));
        return all;
      }
    }
    return read(name);
  }

  private int longestWord(int[] characters, int at, List<String> syllables) {
    for (int length = Math.min(LONGEST_WORD, characters.length - at); length > 1; length--) {
      String syllablesOfWord = words.get(new String(characters, at, length));
      if (syllablesOfWord != null) {
        syllables.addAll(List.of(syllablesOfWord.split(" ")));
        return length;
      }
    }
    return 0;
  }

  /** Every syllable a single character is usually read with. */
  List<String> syllables() {
    return single.values().stream().distinct().sorted().toList();
  }

  /** 一 and 不 change their tone before others, but not in counting. */
  private String sandhi(String reading, int[] characters, int at) {
    boolean one = reading.equals("yi1") && characters[at] == '一';
    if (!one && !reading.equals("bu4")) {
      return reading;
    }
    if (at + 1 >= characters.length || one && counts(characters, at)) {
      return reading;
    }
    String next = single.getOrDefault(characters[at + 1], "");
    boolean falling = next.endsWith("4");
    if (one) {
      return falling ? "yi2" : "yi4";
    }
    return falling ? "bu2" : reading;
  }

  private static boolean counts(int[] characters, int at) {
    String digits = "〇零一二三四五六七八九十月号幺";
    return at > 0 && ("第点" + digits).indexOf(characters[at - 1]) >= 0
        || digits.indexOf(characters[at + 1]) >= 0;
  }
}

package egov.kiosk.facepacks.calibration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Labelled pairs: a text with a heading and then a left image, a right image, and 1 for the same
 * person or 0, with tabs between. Whom an image shows says its name: {@code Somebody_0003.jpg}
 * shows {@code Somebody}.
 *
 * @param all in the order of the file
 */
public record Pairs(List<Pair> all) {
  private static final Pattern NAME = Pattern.compile("[^/\\\\\\s][^/\\\\]{0,199}");
  private static final Pattern NUMBER = Pattern.compile("[_-]?[0-9]*\\.[A-Za-z]+$");

  public Pairs {
    all = List.copyOf(all);
  }

  /** One labelled pair. */
  public record Pair(String left, String right, boolean same) {}

  /**
   * Reads a file of pairs.
   *
   * @throws IOException naming the line that is no pair, or contradicts the names of its images
   */
  public static Pairs read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 1; i < lines.size(); i++) {
      if (!lines.get(i).isBlank()) {
        pairs.add(pair(lines.get(i), i + 1));
      }
    }
    return new Pairs(pairs);
  }

  private static Pair pair(String line, int number) throws IOException {
    String[] words = line.split("\t", -1);
    boolean wellFormed =
        words.length == 3
            && NAME.matcher(words[0]).matches()
            && NAME.matcher(words[1]).matches()
            && words[2].matches("[01]");
    if (!wellFormed) {
      throw new IOException("line " + number + " of the pairs is not: left, right, 0 or 1");
    }
    Pair pair = new Pair(words[0], words[1], words[2].equals("1"));
    if (pair.same() != person(pair.left()).equals(person(pair.right()))) {
      throw new IOException("line " + number + " of the pairs contradicts the names of its images");
    }
    return pair;
  }

  /** Whom an image shows. */
  public static String person(String image) {
    return NUMBER.matcher(image).replaceFirst("");
  }

  /** The images on the left, each once. */
  public Set<String> lefts() {
    Set<String> images = new LinkedHashSet<>();
    all.forEach(pair -> images.add(pair.left()));
    return images;
  }

  /** The images on the right, each once. */
  public Set<String> rights() {
    Set<String> images = new LinkedHashSet<>();
    all.forEach(pair -> images.add(pair.right()));
    return images;
  }
}

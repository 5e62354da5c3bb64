package egov.kiosk.audit.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A few words by name in a file of their own, replaced as a whole. For one thread. */
public final class Remembered {
  private final Path path;
  private Map<String, String> words;

  private Remembered(Path path, Map<String, String> words) {
    this.path = path;
    this.words = words;
  }

  /** Reads what was kept; lines that are not understood are passed over. */
  public static Remembered open(Path path) throws IOException {
    Map<String, String> words = new TreeMap<>();
    try {
      for (String line : Files.readAllLines(path, StandardCharsets.ISO_8859_1)) {
        String[] parts = line.split(" ", -1);
        if (parts.length == 2) {
          words.put(parts[0], parts[1]);
        }
      }
    } catch (NoSuchFileException e) {
      // Nothing was kept yet.
    }
    return new Remembered(path, words);
  }

  /** Everything, by name. */
  public Map<String, String> all() {
    return Map.copyOf(words);
  }

  /** Keeps these and nothing else; names and words hold no spaces. */
  public void replace(Map<String, String> fresh) throws IOException {
    StringBuilder text = new StringBuilder();
    new TreeMap<>(fresh)
        .forEach((name, word) -> text.append(name).append(' ').append(word).append('\n'));
    Disk.replace(path, text.toString().getBytes(StandardCharsets.ISO_8859_1));
    words = new TreeMap<>(fresh);
  }
}

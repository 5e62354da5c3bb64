package egov.kiosk.assist.voice;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the screens' build leaves for the voice: readings of characters and words, and the fixed
 * texts by name. Immutable.
 */
public final class SpeechData {
  private final Readings readings;
  private final Map<String, String> clips;

  private SpeechData(Readings readings, Map<String, String> clips) {
    this.readings = readings;
    this.clips = clips;
  }

  /**
   * Reads it.
   *
   * @param files finds a file of the screens, e.g. {@code /voice/readings.txt}; null when there is
   *     none
   * @throws IOException when one is missing or cannot be read; says which
   */
  public static SpeechData load(Function<String, URL> files) throws IOException {
    try (InputStream characters = open(files, "/voice/readings.txt");
        InputStream words = open(files, "/voice/words.txt");
        InputStream clips = open(files, "/voice/clips.txt")) {
      return new SpeechData(new Readings(characters, words), clips(clips));
    }
  }

  private static InputStream open(Function<String, URL> files, String path) throws IOException {
    URL url = files.apply(path);
    if (url == null) {
      throw new IOException("the screens carry no " + path);
    }
    return url.openStream();
  }

  /** Lines of language, name and text, with tabs between. */
  private static Map<String, String> clips(InputStream in) throws IOException {
    Map<String, String> clips = new HashMap<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      String[] columns = line.split("\t", -1);
      if (columns.length == 3) {
        clips.put(columns[0] + ":" + columns[1], columns[2]);
      }
    }
    return clips;
  }

  Readings readings() {
    return readings;
  }

  /** The text of that name; the language is {@code zh} or {@code en}. */
  Optional<String> clip(String language, String id) {
    return Optional.ofNullable(clips.get(language + ":" + id));
  }
}

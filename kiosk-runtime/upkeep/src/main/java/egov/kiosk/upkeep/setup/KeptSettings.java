package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Settings made while setting up, one {@code component.attribute = value} a line; the launcher lays
 * them over the technician's file at every start. Safe for use by several threads.
 */
public final class KeptSettings {
  private static final int MOST = 64 * 1024;

  private final WholeFile file;

  /** Touches nothing yet. */
  public KeptSettings(Path file) {
    this.file = new WholeFile(file, MOST);
  }

  /**
   * Keeps one more.
   *
   * @throws IOException when it could not be; what was kept before still is
   */
  public synchronized void put(String key, String value) throws IOException {
    Map<String, String> kept = new TreeMap<>();
    String before = file.read().map(b -> new String(b, StandardCharsets.UTF_8)).orElse("");
    before
        .lines()
        .map(line -> line.split(" = ", 2))
        .filter(part -> part.length == 2)
        .forEach(part -> kept.put(part[0], part[1]));
    kept.put(key, value);
    StringBuilder text = new StringBuilder();
    kept.forEach((name, said) -> text.append(name).append(" = ").append(said).append('\n'));
    file.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

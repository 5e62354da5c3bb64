package egov.kiosk.launcher.configuration;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The one configuration file: UTF-8 lines of {@code component.attribute = value}; {@code #} begins
 * a comment line. {@code ${home}} and {@code ${data}} stand for the installation and data
 * directories.
 *
 * @param path where it was read from
 * @param lines its settings, in order
 */
record ConfigurationFile(Path path, List<Line> lines) {

  /** One setting and where it stands. */
  record Line(int number, String component, String attribute, String value) {
    String key() {
      return component + "." + attribute;
    }
  }

  ConfigurationFile {
    lines = List.copyOf(lines);
  }

  /**
   * Reads the file.
   *
   * @param places what placeholders stand for, by name
   * @throws ConfigurationException when a line is not a setting; lists every such line
   */
  static ConfigurationFile read(Path path, Map<String, Path> places)
      throws IOException, ConfigurationException {
    List<String> texts;
    try {
      texts = Files.readAllLines(path, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new ConfigurationException(List.of(path + ": is not UTF-8 text"));
    }
    List<Line> lines = new ArrayList<>();
    List<String> complaints = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i).strip();
      if (text.isEmpty() || text.startsWith("#")) {
        continue;
      }
      int equals = text.indexOf('=');
      int dot = text.indexOf('.');
      if (equals < 0 || dot < 1 || dot > equals) {
        complaints.add(
            path + " line " + (i + 1) + ": expected component.attribute = value, or # comment");
        continue;
      }
      String value = text.substring(equals + 1).strip();
      for (Map.Entry<String, Path> place : places.entrySet()) {
        value = value.replace("${" + place.getKey() + "}", place.getValue().toString());
      }
      lines.add(
          new Line(
              i + 1,
              text.substring(0, dot).strip(),
              text.substring(dot + 1, equals).strip(),
              value));
    }
    if (!complaints.isEmpty()) {
      throw new ConfigurationException(complaints);
    }
    return new ConfigurationFile(path, lines);
  }
}

package egov.kiosk.localapi.technician;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The doctor's findings in the language of who reads them. In Chinese a check has a title and what
 * to do; what was seen stays as the room said it, because that is also what the log says.
 * Stateless.
 */
public final class Doctor {
  private final Properties words = new Properties();

  /** Reads the words. */
  public Doctor() {
    try (Reader in =
        new InputStreamReader(
            Doctor.class.getResourceAsStream("doctor.properties"), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("the program lacks the doctor's words", e);
    }
  }

  /**
   * Everything found.
   *
   * @param language {@code zh}, or anything else for English
   */
  public Map<String, Object> report(List<Finding> findings, String language) {
    boolean chinese = language.equals("zh");
    Map<String, Object> report = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      report.put(level.name(), findings.stream().filter(one -> one.level() == level).count());
    }
    report.put("checks", findings.stream().map(one -> line(one, chinese)).toList());
    return report;
  }

  /** One finding by its parts: name, title, level, what, actor, who, advice. */
  Map<String, Object> line(Finding finding, boolean chinese) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", finding.name());
    line.put("title", chinese ? title(finding.name()) : finding.name());
    line.put("level", finding.level().name());
    line.put("what", finding.what());
    line.put("actor", finding.actor().name());
    line.put("who", chinese ? who(finding.actor()) : finding.actor().name());
    line.put("advice", chinese && finding.level() != Level.OK ? todo(finding) : finding.advice());
    return line;
  }

  /** The same for terminals: seven columns with tabs between them. */
  public String table(List<Finding> findings, String language) {
    List<String> lines = new ArrayList<>();
    for (Finding finding : findings) {
      lines.add(
          String.join(
              "\t",
              line(finding, language.equals("zh")).values().stream()
                  .map(value -> value.toString().replaceAll("[\\t\\n\\r]", " "))
                  .toList()));
    }
    return String.join("\n", lines) + "\n";
  }

  /** Whether a check has Chinese words of its own. */
  public boolean knows(String name) {
    return words.containsKey(name) && words.containsKey(name + ".do");
  }

  private String title(String name) {
    return words.getProperty(name, name);
  }

  private String todo(Finding finding) {
    return words.getProperty(finding.name() + ".do", finding.advice());
  }

  private static String who(Actor actor) {
    return switch (actor) {
      case CITIZEN -> "办事人";
      case STAFF -> "工作人员";
      case TECHNICIAN -> "技术员";
      case NOBODY -> "不用管";
    };
  }
}

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
import java.util.Optional;
import java.util.Properties;

/**
 * The doctor's findings in the language of who reads them: rooms say them in English, as the log
 * has them; in Chinese each check has a title and what to do, and each sentence its pair.
 * Stateless.
 */
public final class Doctor {
  private final Properties words = new Properties();
  private final ChineseFindings chinese = new ChineseFindings(this::title);

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
    boolean inChinese = language.equals("zh");
    Map<String, Object> report = new LinkedHashMap<>();
    for (Level level : Level.values()) {
      report.put(level.name(), findings.stream().filter(one -> one.level() == level).count());
    }
    report.put("checks", findings.stream().map(one -> line(one, inChinese)).toList());
    return report;
  }

  /** One finding by its parts: name, title, level, what, actor, who, advice. */
  Map<String, Object> line(Finding finding, boolean inChinese) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("name", finding.name());
    line.put("title", inChinese ? title(finding.name()) : finding.name());
    line.put("level", finding.level().name());
    line.put("what", inChinese ? chinese.said(finding.what(), finding.level()) : finding.what());
    line.put("actor", finding.actor().name());
    line.put("who", inChinese ? who(finding.actor()) : finding.actor().name());
    line.put("advice", inChinese && finding.level() != Level.OK ? todo(finding) : finding.advice());
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

  /** What a trial showed, in the language of who reads it. */
  String seen(String english, String language) {
    return language.equals("zh") ? chinese.said(english, Level.WARN) : english;
  }

  /** What a check saw, in Chinese; empty when nobody wrote that sentence in Chinese. */
  public Optional<String> inChinese(String english) {
    return chinese.known(english);
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

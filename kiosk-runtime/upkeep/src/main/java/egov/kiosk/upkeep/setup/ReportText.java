package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.document.CertificateCopy;
import egov.kiosk.domain.document.CertificateCopy.Field;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.upkeep.DeviceTrial;
import egov.kiosk.domain.upkeep.Outcome;
import egov.kiosk.domain.upkeep.SetupStep;
import egov.kiosk.domain.upkeep.SetupView;
import egov.kiosk.domain.upkeep.SiteField;
import egov.kiosk.domain.upkeep.StepView;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** What the acceptance report says: site, steps, devices and the word of whoever accepts. */
final class ReportText {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int LONGEST = 90;

  private final Properties words = new Properties();
  private final List<Field> rows = new ArrayList<>();

  private ReportText() {
    try (Reader in =
        new InputStreamReader(
            ReportText.class.getResourceAsStream("report.properties"), StandardCharsets.UTF_8)) {
      words.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("the program lacks the report's words", e);
    }
  }

  static CertificateCopy of(SetupView view, String badge, String kioskId, OffsetDateTime now) {
    ReportText text = new ReportText();
    text.row("kiosk", kioskId.isEmpty() ? "-" : kioskId);
    for (SiteField field : SiteField.values()) {
      text.row("site." + field.word(), view.site().getOrDefault(field.word(), "-"));
    }
    for (SetupStep step : SetupStep.values()) {
      if (step != SetupStep.REPORT) {
        text.step(step, view.steps().get(step));
      }
    }
    view.devices().forEach(text::device);
    boolean whole = view.devices().stream().allMatch(one -> one.outcome() == Outcome.PASSED);
    boolean steps =
        view.steps().entrySet().stream()
            .filter(entry -> entry.getKey() != SetupStep.REPORT)
            .allMatch(entry -> entry.getValue().outcome() == Outcome.PASSED);
    text.row("result", text.word(whole && steps ? "result.whole" : "result.partly"));
    text.row("badge", badge);
    text.row("at", MINUTE.format(now));
    return new CertificateCopy(
        text.word("title"),
        kioskId,
        text.rows,
        text.word("note"),
        view.site().getOrDefault(SiteField.ORGANISATION.word(), "-"),
        now.toLocalDate());
  }

  /** The same with one row more: which PDF it goes with. */
  static CertificateCopy naming(CertificateCopy report, String sm3) {
    List<Field> rows = new ArrayList<>(report.fields());
    rows.add(new Field(new ReportText().word("pdf"), sm3));
    return new CertificateCopy(
        report.title(), report.number(), rows, report.note(), report.issuer(), report.issuedOn());
  }

  private void step(SetupStep step, StepView view) {
    StringBuilder said = new StringBuilder(word("outcome." + view.outcome()));
    for (Finding finding : view.findings()) {
      if (finding.level() != Level.OK) {
        said.append("；").append(finding.name()).append(" ").append(finding.level());
      }
    }
    row("step." + step, said.toString());
  }

  private void device(DeviceTrial trial) {
    StringBuilder said = new StringBuilder(word("outcome." + trial.outcome()));
    if (!trial.reason().isEmpty()) {
      said.append("（").append(word("fault." + trial.reason())).append("）");
    }
    if (!trial.identity().isEmpty()) {
      said.append("；").append(trial.identity());
    }
    if (!trial.place().isEmpty()) {
      said.append("；").append(trial.place());
    }
    String name = words.getProperty("device." + trial.device(), trial.device());
    rows.add(new Field(name, cut(said.toString())));
  }

  private void row(String key, String value) {
    rows.add(new Field(word(key), cut(value)));
  }

  private static String cut(String value) {
    return value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value;
  }

  private String word(String key) {
    return words.getProperty(key, key);
  }
}

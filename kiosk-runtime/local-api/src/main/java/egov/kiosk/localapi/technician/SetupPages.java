package egov.kiosk.localapi.technician;

import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.upkeep.DeviceTrial;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupStep;
import egov.kiosk.domain.upkeep.SetupView;
import egov.kiosk.domain.upkeep.SiteField;
import egov.kiosk.domain.upkeep.StepView;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The wizard's calls, each answered with how everything stands. */
final class SetupPages {
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final Duration TRIAL = Duration.ofSeconds(15);
  private static final Duration LINE = Duration.ofSeconds(30);

  private final SetupDesk desk;
  private final Doctor doctor;

  SetupPages(SetupDesk desk, Doctor doctor) {
    this.desk = desk;
    this.doctor = doctor;
  }

  Reply reply(String call, Asked asked) throws SetupException {
    String language = asked.optional("lang");
    return switch (call) {
      case "view" -> view(desk.view(), language);
      case "site" -> {
        Map<String, String> answers = new HashMap<>();
        for (SiteField field : SiteField.values()) {
          String word = field.word();
          answers.put(word, (field.optional() ? asked.optional(word) : asked.text(word)).strip());
        }
        yield view(desk.site(answers), language);
      }
      case "check" -> view(desk.check(step(asked.text("step")), LOOK), language);
      case "enrol" ->
          view(
              desk.enrol(
                  asked.text("code"),
                  asked.optional("kioskId").strip(),
                  asked.optional("platform"),
                  asked.optional("authority"),
                  LINE),
              language);
      case "broker" ->
          view(
              desk.broker(asked.text("broker").strip(), asked.optional("password"), LOOK),
              language);
      case "seal" -> view(desk.seal(asked.text("file")), language);
      case "bind" -> view(desk.bind(asked.text("device"), asked.text("path")), language);
      case "test" -> view(desk.test(asked.text("device"), TRIAL), language);
      case "picture" ->
          desk.picture(asked.text("device"))
              .map(Reply::picture)
              .orElseGet(() -> Reply.refused(404, "NO_PICTURE"));
      case "judge" ->
          view(
              desk.judge(asked.text("device"), asked.truth("passed"), asked.optional("reason")),
              language);
      case "accept" -> view(desk.accept(asked.who()), language);
      default -> Reply.refused(404, "NOT_FOUND");
    };
  }

  private static SetupStep step(String name) {
    return Arrays.stream(SetupStep.values())
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such step"));
  }

  private Reply view(SetupView view, String language) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("site", view.site());
    Map<String, Object> steps = new LinkedHashMap<>();
    for (SetupStep step : SetupStep.values()) {
      steps.put(step.name(), step(view.steps().get(step), language));
    }
    said.put("steps", steps);
    said.put("devices", view.devices().stream().map(one -> trial(one, language)).toList());
    said.put("paths", view.paths());
    said.put("accepted", view.accepted().map(Instant::toString).orElse(""));
    said.put("report", view.report());
    said.put("sealed", view.sealed());
    said.put("sent", view.sent());
    said.put("kioskId", view.kioskId());
    said.put("broker", view.broker());
    said.put("password", view.password());
    said.put("seals", view.seals());
    return Reply.of(said);
  }

  private Map<String, Object> step(StepView step, String language) {
    return Map.of(
        "outcome", step.outcome().name(),
        "at", step.at().map(Instant::toString).orElse(""),
        "findings",
            step.findings().stream()
                .map(finding -> doctor.line(finding, language.equals("zh")))
                .toList());
  }

  private Map<String, Object> trial(DeviceTrial trial, String language) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("device", trial.device());
    said.put("place", trial.place());
    said.put("state", trial.state().name());
    said.put("usable", trial.state().usable());
    said.put("faults", trial.faults().stream().map(FaultCode::code).sorted().toList());
    said.put("identity", trial.identity());
    said.put("outcome", trial.outcome().name());
    said.put("seen", trial.seen().isEmpty() ? "" : doctor.seen(trial.seen(), language));
    said.put("reason", trial.reason());
    said.put("picture", trial.picture());
    said.put("at", trial.at().map(Instant::toString).orElse(""));
    return said;
  }
}

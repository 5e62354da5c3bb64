package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.domain.upkeep.FirstStart;
import egov.kiosk.domain.upkeep.Outcome;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import egov.kiosk.domain.upkeep.SetupStep;
import egov.kiosk.domain.upkeep.SetupView;
import egov.kiosk.domain.upkeep.SiteField;
import egov.kiosk.domain.upkeep.StepView;
import egov.kiosk.domain.upkeep.TrialFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Setting up, step by step; every answer is on the disk before it is confirmed. */
public final class Commissioning implements SetupDesk {
  private final Ports ports;
  private final InstantSource clock;
  private final SetupRecord record;
  private final Trials trials;
  private final Acceptance acceptance;
  private final FirstEntry first;
  private final BrokerLine line;
  private final SealFiles seals;
  private final Map<SetupStep, List<Finding>> findings = new EnumMap<>(SetupStep.class);

  /**
   * Reads how far it came.
   *
   * @param directory this room's own, below the data directory
   * @throws IOException when what is there cannot be read
   */
  public Commissioning(Path directory, Ports ports, InstantSource clock) throws IOException {
    this.ports = ports;
    this.clock = clock;
    record = new SetupRecord(directory.resolve("setup"));
    trials = new Trials(ports, record, clock);
    acceptance = new Acceptance(directory.resolve("reports"), ports, record, clock);
    first = new FirstEntry(ports);
    line = new BrokerLine(ports);
    seals = new SealFiles(ports, directory.resolve("kiosk.esl"));
  }

  /** When this machine was accepted; empty when it was not. */
  public synchronized Optional<Instant> accepted() {
    return record.instant("accepted");
  }

  @Override
  public synchronized SetupView view() {
    Map<SetupStep, StepView> steps = new EnumMap<>(SetupStep.class);
    for (SetupStep step : SetupStep.values()) {
      Optional<SetupRecord.Judged> judged = record.judged("step." + step);
      steps.put(
          step,
          new StepView(
              judged.map(SetupRecord.Judged::outcome).orElse(Outcome.OPEN),
              judged.map(SetupRecord.Judged::at),
              findings.getOrDefault(step, Remembered.of(record.text("seen-at." + step)))));
    }
    return new SetupView(
        record.below("site."),
        steps,
        trials.all(),
        ports.paths(),
        record.instant("accepted"),
        record.text("report"),
        record.text("sealed").equals("yes"),
        record.text("sent").equals("yes"),
        first.kioskId(),
        line.address(),
        line.hasPassword(),
        seals.found());
  }

  @Override
  public synchronized SetupView site(Map<String, String> answers) throws SetupException {
    for (SiteField field : SiteField.values()) {
      if (!field.takes(answer(answers, field))) {
        throw new SetupException(Reason.BAD_ANSWER, field.word());
      }
    }
    String before = record.text("site." + SiteField.ELSEWHERE.word());
    for (SiteField field : SiteField.values()) {
      record.set("site." + field.word(), answer(answers, field));
    }
    record.judge("step." + SetupStep.SITE, true, clock.instant());
    remember(SetupStep.SITE, List.of(Reach.finding(answers)));
    try {
      ports.put("flow", "site", answers.get(SiteField.SITE.word()));
      String elsewhere = answer(answers, SiteField.ELSEWHERE);
      // Left out, what the technician's file says stays, unless it was said here before.
      if (!elsewhere.isEmpty() || !before.isEmpty()) {
        ports.put("flow", "elsewhere", elsewhere);
      }
    } catch (IOException e) {
      throw new SetupException(Reason.NOT_KEPT, "");
    }
    return kept();
  }

  private static String answer(Map<String, String> answers, SiteField field) {
    String given = answers.get(field.word());
    return given == null && field.optional() ? "" : given;
  }

  private void remember(SetupStep step, List<Finding> seen) throws SetupException {
    findings.put(step, seen);
    record.set("seen-at." + step, Remembered.text(seen));
  }

  @Override
  public synchronized SetupView check(SetupStep step, Duration timeout) throws SetupException {
    List<Finding> seen = new ArrayList<>();
    if (step == SetupStep.SITE) {
      seen.add(Reach.finding(record.below("site.")));
    }
    for (HealthCheck check : ports.checks()) {
      if (StepChecks.of(step, ports.devices()).contains(check.name())) {
        seen.add(check.check(timeout));
      }
    }
    remember(step, seen);
    if (step == SetupStep.TESTS) {
      judgeTests();
    } else if (step != SetupStep.REPORT) {
      boolean answered = step != SetupStep.SITE || record.judged("step.SITE").isPresent();
      boolean well = seen.stream().allMatch(finding -> StepChecks.isWell(step, finding));
      record.judge("step." + step, answered && well, clock.instant());
    }
    return kept();
  }

  /** Every device is judged; one that failed has its reason, and the report says so. */
  private void judgeTests() {
    if (trials.all().stream().anyMatch(one -> one.outcome() == Outcome.OPEN)) {
      record.set("step." + SetupStep.TESTS, "");
    } else {
      record.judge("step." + SetupStep.TESTS, true, clock.instant());
    }
  }

  @Override
  public SetupView enrol(
      String code, String kioskId, String platform, String authority, Duration timeout)
      throws SetupException {
    if (kioskId.isEmpty() && first.kioskId().isEmpty()) {
      throw new SetupException(Reason.BAD_ANSWER, "kioskId");
    }
    // Not under the lock: a line may take as long as the timeout.
    Enrolment.run(ports, new Enrolling.Wish(code, kioskId, platform, authority, () -> {}), timeout);
    return enrolled();
  }

  private synchronized SetupView enrolled() {
    record.judge("step." + SetupStep.ENROLMENT, true, clock.instant());
    try {
      record.keep();
    } catch (IOException e) {
      // It is a kiosk all the same, and the step's own look says so after the start.
    }
    ports.restart();
    return view();
  }

  @Override
  public FirstStart firstStart() {
    return first.state();
  }

  @Override
  public void begin(FirstStart.Wish wish, Duration timeout) throws SetupException, AccessException {
    first.begin(wish, timeout);
    enrolled();
  }

  @Override
  public SetupView broker(String address, String password, Duration timeout) throws SetupException {
    synchronized (this) {
      line.set(address, password);
    }
    line.renew(timeout);
    return check(SetupStep.NETWORK, timeout);
  }

  @Override
  public synchronized SetupView seal(String file) throws SetupException {
    seals.take(file);
    return view();
  }

  @Override
  public synchronized SetupView bind(String device, String path) throws SetupException {
    Binding binding =
        Binding.of(device).orElseThrow(() -> new SetupException(Reason.NO_SUCH_DEVICE, ""));
    String text =
        binding.text(path).orElseThrow(() -> new SetupException(Reason.BAD_ANSWER, "path"));
    try {
      ports.put(binding.pid(), binding.attribute(), text);
    } catch (IOException e) {
      throw new SetupException(Reason.NOT_KEPT, "");
    }
    trials.forget(device);
    return kept();
  }

  @Override
  public SetupView test(String device, Duration timeout) throws SetupException {
    // Not under the lock: a printer or a card may take as long as the timeout.
    Tried tried = trials.run(device, timeout);
    synchronized (this) {
      trials.settle(device, tried);
      judgeTests();
      return kept();
    }
  }

  @Override
  public Optional<byte[]> picture(String device) {
    return trials.picture(device);
  }

  @Override
  public synchronized SetupView judge(String device, boolean passed, String reason)
      throws SetupException {
    if (!passed && TrialFault.of(reason).isEmpty()) {
      throw new SetupException(Reason.REASON_MISSING, "");
    }
    trials.judge(device, passed, passed ? "" : reason);
    judgeTests();
    return kept();
  }

  @Override
  public synchronized SetupView accept(String badge) throws SetupException {
    for (SetupStep step : SetupStep.values()) {
      if (step != SetupStep.REPORT && record.judged("step." + step).isEmpty()) {
        throw new SetupException(Reason.NOT_YET, step.name());
      }
    }
    if (trials.all().stream().anyMatch(one -> one.outcome() == Outcome.OPEN)) {
      throw new SetupException(Reason.NOT_YET, SetupStep.TESTS.name());
    }
    acceptance.make(view(), badge);
    record.judge("step." + SetupStep.REPORT, true, clock.instant());
    return kept();
  }

  private SetupView kept() throws SetupException {
    try {
      record.keep();
      return view();
    } catch (IOException e) {
      throw new SetupException(Reason.NOT_KEPT, "");
    }
  }

  /** The devices' names, for the checks that belong to them. */
  static List<String> names(List<Device> devices) {
    return devices.stream().map(Device::name).sorted().toList();
  }
}

package egov.kiosk.conformance;

import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.FaultCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * What every device must do, whatever its class.
 *
 * @param <D> the device's port
 */
final class CommonChecks<D extends Device> {
  private static final Duration AT_ONCE = Duration.ofMillis(500);
  private static final Duration COMMAND = Duration.ofSeconds(5);

  /** A command may overrun its own limit by this. */
  private static final Duration SLACK = Duration.ofSeconds(2);

  /** A device that was plugged in again serves within this. */
  private static final Duration BACK = Duration.ofSeconds(3);

  /** A device that was started a moment ago may still be finding its way. */
  private static final Duration READY = Duration.ofSeconds(45);

  private static final int LOOKS = 50;

  /** Many times the tolerance: what is kept once a command is seen. */
  private static final int OFTEN = 20;

  private static final int REPLUGS = 4;
  private static final int TOLERANCE = 3;
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{1,39}");

  /** GB 11643: region, date of birth, order, check character. */
  private static final Pattern ID_NUMBER =
      Pattern.compile(
          "(?<!\\d)\\d{6}(18|19|20)\\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx](?!\\d)");

  /** How many of the first need no command that lasts. */
  private static final int PLAIN = 6;

  /** Those of the last that demand a fault of a command. */
  private static final Set<String> COMMANDS = Set.of("81", "84", "85", "90");

  private final String prefix;
  private final Probe<D> probe;
  private final Probe<D> lasting;

  /** A command to the device. */
  interface Probe<D> {
    Object on(D device, Duration limit) throws Exception;
  }

  /**
   * @param prefix the letter of the class
   * @param probe a harmless command that ends at once
   * @param lasting a command that uses its whole time, with nobody at the device
   */
  CommonChecks(String prefix, Probe<D> probe, Probe<D> lasting) {
    this.prefix = prefix;
    this.probe = probe;
    this.lasting = lasting;
  }

  /** Those made before, and with the device at rest. */
  List<Check<D>> first() {
    List<Check<D>> all = new ArrayList<>();
    all.add(check("01", "has a short name in small letters", this::named));
    all.add(check("02", "is online when it is plugged in", this::online));
    all.add(check("03", "tells its status without speaking to the wire", this::statusAtOnce));
    all.add(check("04", "answers a harmless command", this::answers));
    all.add(check("05", "tells a status that is not from the future", this::statusDated));
    all.add(check("06", "holds on to nothing after many commands", this::keepsNothing));
    all.add(check("07", "tells a second caller at once that it is busy", this::busy));
    all.add(check("08", "tells its status while a command is under way", this::statusWhileBusy));
    all.add(check("09", "ends a command when its caller is interrupted", this::interrupted));
    all.add(check("10", "serves again after an interrupted command", this::answers));
    all.add(check("11", "keeps to the time it is given", this::keepsTime));
    return all;
  }

  /** Those that pull the cable; made last. */
  List<Check<D>> last() {
    List<Check<D>> all = new ArrayList<>();
    all.add(check("80", "says within 3 s that it was unplugged", this::unplugged));
    all.add(check("81", "refuses a command while unplugged, for a technician", this::refuses));
    all.add(check("82", "is online within 3 s of being plugged in", this::pluggedIn));
    all.add(check("83", "serves after being plugged in, without a restart", this::answers));
    all.add(check("84", "ends a command when it is unplugged meanwhile", this::pulledInUse));
    all.add(check("85", "is back after that, too", this::pluggedIn));
    all.add(check("86", "holds on to nothing after being unplugged often", this::replugged));
    all.add(check("87", "serves after being unplugged often", this::answers));
    all.add(check("90", "says in each fault what, where and who acts", this::faultsSpeak));
    all.add(check("91", "never says an identity number in a fault", this::faultsAreDiscreet));
    return all;
  }

  /** All of {@link #first} that fit a device without commands. */
  List<Check<D>> firstWithoutCommands() {
    return first().subList(0, PLAIN);
  }

  /** All of {@link #last} that fit a device without commands. */
  List<Check<D>> lastWithoutCommands() {
    return last().stream().filter(check -> !COMMANDS.contains(check.id().substring(1))).toList();
  }

  private Check<D> check(String number, String promise, Check.Body<D> body) {
    return new Check<>(prefix + number, promise, body);
  }

  private void named(Subject<D> subject) throws FailedException {
    subject.require(NAME.matcher(subject.device().name()).matches(), "its name has another form");
    subject.note(subject.device().name());
  }

  private void online(Subject<D> subject) throws Exception {
    subject.within(COMMAND.plus(SLACK), () -> probe.on(subject.device(), COMMAND));
    subject.eventually(
        READY,
        () -> subject.device().status().state() == DeviceState.ONLINE,
        "is not online after 45 s");
  }

  private void statusAtOnce(Subject<D> subject) throws Exception {
    for (int i = 0; i < LOOKS; i++) {
      subject.within(AT_ONCE, () -> subject.device().status());
    }
  }

  private void answers(Subject<D> subject) throws Exception {
    long start = System.nanoTime();
    subject.within(COMMAND.plus(SLACK), () -> probe.on(subject.device(), COMMAND));
    subject.note(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
  }

  private void statusDated(Subject<D> subject) throws FailedException {
    DeviceStatus status = subject.device().status();
    subject.require(
        !status.since().isAfter(Instant.now().plus(SLACK)), "its status is from the future");
  }

  private void keepsNothing(Subject<D> subject) throws Exception {
    Footprint before = Footprint.now();
    for (int i = 0; i < OFTEN; i++) {
      answers(subject);
    }
    compare(subject, before);
  }

  private static <D> void compare(Subject<D> subject, Footprint before) throws Exception {
    Footprint after = Footprint.now();
    subject.require(
        !after.outgrown(before, TOLERANCE), "held " + before + " before and " + after + " after");
  }

  private void busy(Subject<D> subject) throws Exception {
    Future<Object> first = underWay(subject);
    try {
      subject.fault(AT_ONCE, () -> probe.on(subject.device(), COMMAND), FaultCode.BUSY);
    } finally {
      end(subject, first);
    }
  }

  private void statusWhileBusy(Subject<D> subject) throws Exception {
    Future<Object> first = underWay(subject);
    try {
      subject.within(AT_ONCE, () -> subject.device().status());
    } finally {
      end(subject, first);
    }
  }

  private void interrupted(Subject<D> subject) throws Exception {
    Future<Object> first = underWay(subject);
    end(subject, first);
    // Free again: the next caller is not told busy.
    subject.eventually(SLACK, () -> free(subject), "is busy 2 s after its caller was interrupted");
  }

  private boolean free(Subject<D> subject) {
    try {
      subject.within(COMMAND.plus(SLACK), () -> probe.on(subject.device(), COMMAND));
      return true;
    } catch (Exception e) {
      return false;
    }
  }

  private void keepsTime(Subject<D> subject) throws Exception {
    Duration limit = Duration.ofSeconds(1);
    long start = System.nanoTime();
    Future<Object> running = subject.begin(() -> lasting.on(subject.device(), limit));
    try {
      subject.outcome(running, limit.plus(SLACK));
    } catch (DeviceException e) {
      // Nobody was there; what counts is when it said so.
    }
    subject.note(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms of 1000");
  }

  private void unplugged(Subject<D> subject) throws Exception {
    subject.make(Gesture.UNPLUG);
    subject.eventually(
        BACK, () -> !subject.device().status().state().usable(), "still says that it is there");
  }

  private void refuses(Subject<D> subject) throws Exception {
    if (subject.device().status().state().usable()) {
      throw new NotRunException("it is plugged in");
    }
    DeviceException fault =
        subject.fault(COMMAND.plus(SLACK), () -> probe.on(subject.device(), COMMAND));
    subject.require(fault.fault().actor() == Actor.TECHNICIAN, "fault " + fault.fault());
    subject.note(fault.fault().name());
  }

  private void pluggedIn(Subject<D> subject) throws Exception {
    if (!subject.pulled()) {
      throw new NotRunException("its cable was not pulled");
    }
    subject.make(Gesture.PLUG_IN);
    long start = System.nanoTime();
    subject.eventually(
        BACK, () -> subject.device().status().state().usable(), "is not back after 3 s");
    subject.note(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
  }

  private void pulledInUse(Subject<D> subject) throws Exception {
    Future<Object> running = underWay(subject);
    try {
      subject.make(Gesture.UNPLUG);
      subject.fault(running, COMMAND.plus(SLACK));
    } finally {
      running.cancel(true);
    }
  }

  private void replugged(Subject<D> subject) throws Exception {
    Footprint before = Footprint.now();
    for (int i = 0; i < REPLUGS; i++) {
      unplugged(subject);
      pluggedIn(subject);
    }
    subject.note("");
    compare(subject, before);
  }

  private void faultsSpeak(Subject<D> subject) throws FailedException {
    for (DeviceException fault : subject.faults()) {
      subject.require(
          fault.device().equals(subject.device().name())
              && fault.getMessage().contains(fault.fault().code()),
          "the fault " + fault.fault() + " does not name its device or its code");
    }
    subject.note(subject.faults().size() + " faults seen");
  }

  private void faultsAreDiscreet(Subject<D> subject) throws FailedException {
    for (DeviceException fault : subject.faults()) {
      subject.require(
          !ID_NUMBER.matcher(fault.getMessage()).find(),
          "the fault " + fault.fault() + " says an identity number");
    }
  }

  /** A command that lasts, begun and taken on by the device. */
  private Future<Object> underWay(Subject<D> subject) throws Exception {
    Future<Object> running = subject.begin(() -> lasting.on(subject.device(), COMMAND));
    try {
      running.get(AT_ONCE.toMillis(), TimeUnit.MILLISECONDS);
      throw new NotRunException("no command of it lasts with nobody there");
    } catch (TimeoutException e) {
      return running;
    } catch (ExecutionException e) {
      throw new NotRunException("no command of it lasts with nobody there");
    }
  }

  private void end(Subject<D> subject, Future<Object> running) throws Exception {
    running.cancel(true);
    subject.eventually(
        SLACK, () -> free(subject), "is still busy 2 s after its command was interrupted");
  }
}

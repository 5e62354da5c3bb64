package egov.kiosk.conformance;

import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.domain.device.Lamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What a cabinet's lamps and sensors must do. It takes no command that could wait or fail. */
final class CabinetChecks {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration AT_ONCE = Duration.ofMillis(500);
  private static final Duration BACK = Duration.ofSeconds(3);
  private static final int OFTEN = 1_000;

  private CabinetChecks() {}

  static Exam<Cabinet> exam() {
    CabinetChecks checks = new CabinetChecks();
    CommonChecks<Cabinet> common =
        new CommonChecks<>(
            "K", (cabinet, limit) -> cabinet.doorOpen(), (cabinet, limit) -> cabinet.doorOpen());
    List<Check<Cabinet>> all = new ArrayList<>();
    all.add(new Check<>("K00", "is closed, alone and on the mains at the beginning", checks::calm));
    all.addAll(common.firstWithoutCommands());
    all.addAll(checks.sensors());
    all.addAll(checks.lamps());
    all.addAll(checks.away());
    all.addAll(common.lastWithoutCommands());
    return new Exam<>(all);
  }

  private void calm(Subject<Cabinet> subject) throws Exception {
    subject.make(Gesture.CLOSE_DOOR);
    subject.make(Gesture.STEP_AWAY);
    subject.make(Gesture.RESTORE_MAINS);
  }

  private List<Check<Cabinet>> sensors() {
    return List.of(
        turns("K20", "says that its door is closed", Gesture.CLOSE_DOOR, Cabinet::doorOpen, false),
        turns(
            "K21",
            "says within 1 s that it was opened",
            Gesture.OPEN_DOOR,
            Cabinet::doorOpen,
            true),
        new Check<Cabinet>(
                "K22", "has an open door as a fault", s -> fault(s, FaultCode.DOOR_OPEN, true))
            .after(Gesture.OPEN_DOOR),
        turns(
            "K23",
            "says within 1 s that it was closed",
            Gesture.CLOSE_DOOR,
            Cabinet::doorOpen,
            false),
        new Check<>("K24", "is well again then", s -> fault(s, FaultCode.DOOR_OPEN, false)),
        turns("K25", "says that somebody came", Gesture.STAND_BEFORE, Cabinet::personPresent, true),
        turns("K26", "says that nobody is there", Gesture.STEP_AWAY, Cabinet::personPresent, false),
        turns("K27", "says that the mains is gone", Gesture.CUT_MAINS, Cabinet::onBattery, true),
        new Check<Cabinet>("K28", "has that as a fault", s -> fault(s, FaultCode.ON_BATTERY, true))
            .after(Gesture.CUT_MAINS),
        turns(
            "K29", "says that the mains is back", Gesture.RESTORE_MAINS, Cabinet::onBattery, false),
        new Check<>("K30", "is well again then", s -> fault(s, FaultCode.ON_BATTERY, false)),
        new Check<>("K31", "answers a thousand questions at once", this::atOnce));
  }

  private static Check<Cabinet> turns(
      String id,
      String promise,
      Gesture gesture,
      Function<Cabinet, Optional<Boolean>> sensor,
      boolean wanted) {
    return new Check<>(
        id,
        promise,
        subject -> {
          if (sensor.apply(subject.device()).isEmpty()) {
            throw new NotRunException("it has no such sensor");
          }
          subject.make(gesture);
          long start = System.nanoTime();
          subject.eventually(
              SOON,
              () -> sensor.apply(subject.device()).equals(Optional.of(wanted)),
              "does not say so within 1 s");
          subject.note(Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        });
  }

  private static void fault(Subject<Cabinet> subject, FaultCode fault, boolean there)
      throws Exception {
    Cabinet cabinet = subject.device();
    boolean fitted =
        (fault == FaultCode.DOOR_OPEN ? cabinet.doorOpen() : cabinet.onBattery()).isPresent();
    if (!fitted) {
      throw new NotRunException("it has no such sensor");
    }
    subject.eventually(
        SOON, () -> cabinet.status().faults().contains(fault) == there, "is wrong about " + fault);
    subject.require(cabinet.status().state().usable(), "is not usable for it");
  }

  private void atOnce(Subject<Cabinet> subject) throws Exception {
    subject.within(
        AT_ONCE,
        () -> {
          for (int i = 0; i < OFTEN; i++) {
            subject.device().doorOpen();
            subject.device().personPresent();
            subject.device().onBattery();
            subject.device().batteryLow();
          }
          return true;
        });
  }

  private List<Check<Cabinet>> lamps() {
    return List.of(
        new Check<>(
            "K40", "lights one lamp", s -> lights(s, Set.of(Lamp.CARD), Sight.ONLY_CARD_LAMP)),
        new Check<>(
            "K41",
            "puts it out when it lights another",
            s -> lights(s, Set.of(Lamp.HELP), Sight.ONLY_HELP_LAMP)),
        new Check<>("K42", "puts every lamp out", s -> lights(s, Set.of(), Sight.NO_LAMP)),
        new Check<>("K43", "bears an order for lamps it has not", this::allLamps));
  }

  private static void lights(Subject<Cabinet> subject, Set<Lamp> lit, Sight sight)
      throws Exception {
    order(subject, lit);
    Thread.sleep(SOON.toMillis());
    subject.see(sight);
  }

  private static void order(Subject<Cabinet> subject, Set<Lamp> lit) throws Exception {
    subject.within(
        AT_ONCE,
        () -> {
          subject.device().light(lit);
          return true;
        });
  }

  private void allLamps(Subject<Cabinet> subject) throws Exception {
    order(subject, EnumSet.allOf(Lamp.class));
    Thread.sleep(SOON.toMillis());
    subject.require(subject.device().status().state().usable(), "is not usable afterwards");
    order(subject, Set.of());
  }

  private List<Check<Cabinet>> away() {
    return List.of(
        new Check<>("K60", "says nothing it does not know while unplugged", this::silent),
        new Check<>(
            "K61", "bears an order for lamps while unplugged", s -> order(s, Set.of(Lamp.CARD))),
        new Check<>("K62", "is back within 3 s", this::back),
        new Check<>(
            "K63", "lights what it was told meanwhile", s -> seesAfter(s, Sight.ONLY_CARD_LAMP)),
        new Check<>("K64", "is left dark", s -> lights(s, Set.of(), Sight.NO_LAMP)));
  }

  private void silent(Subject<Cabinet> subject) throws Exception {
    subject.make(Gesture.UNPLUG);
    Cabinet cabinet = subject.device();
    subject.eventually(
        BACK,
        () ->
            cabinet.doorOpen().isEmpty()
                && cabinet.personPresent().isEmpty()
                && cabinet.onBattery().isEmpty()
                && cabinet.batteryLow().isEmpty(),
        "still says what it saw before");
  }

  private void back(Subject<Cabinet> subject) throws Exception {
    subject.make(Gesture.PLUG_IN);
    subject.eventually(
        BACK, () -> subject.device().status().state().usable(), "is not back after 3 s");
  }

  private static void seesAfter(Subject<Cabinet> subject, Sight sight) throws Exception {
    Thread.sleep(SOON.toMillis());
    subject.see(sight);
  }
}

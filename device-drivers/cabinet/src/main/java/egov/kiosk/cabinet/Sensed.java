package egov.kiosk.cabinet;

import egov.kiosk.domain.device.CabinetEvent;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.FaultCode;
import egov.kiosk.link.Condition;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the sensors say; empty where none is fitted or nothing is known.
 *
 * @param door whether it is open
 * @param person whether somebody is in front
 * @param onBattery whether the UPS carries the kiosk
 * @param batteryLow whether its battery is nearly empty
 */
record Sensed(
    Optional<Boolean> door,
    Optional<Boolean> person,
    Optional<Boolean> onBattery,
    Optional<Boolean> batteryLow) {
  static final Sensed NOTHING =
      new Sensed(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  static Sensed of(CabinetProfile profile, boolean[] inputs) {
    return new Sensed(
        input(profile, inputs, profile.door()),
        input(profile, inputs, profile.person()),
        input(profile, inputs, profile.mains()),
        input(profile, inputs, profile.battery()));
  }

  private static Optional<Boolean> input(CabinetProfile profile, boolean[] inputs, int number) {
    return number < 0
        ? Optional.empty()
        : Optional.of(inputs[number] != profile.inverted().contains(number));
  }

  /** What happened since; what is not known counts as well. */
  List<CabinetEvent> since(Sensed before) {
    List<CabinetEvent> events = new ArrayList<>();
    change(before.door, door, CabinetEvent.DOOR_OPENED, CabinetEvent.DOOR_CLOSED, events);
    change(before.person, person, CabinetEvent.PERSON_CAME, CabinetEvent.PERSON_LEFT, events);
    change(before.onBattery, onBattery, CabinetEvent.MAINS_LOST, CabinetEvent.MAINS_BACK, events);
    change(
        before.batteryLow,
        batteryLow,
        CabinetEvent.BATTERY_LOW,
        CabinetEvent.BATTERY_CHARGED,
        events);
    return events;
  }

  private static void change(
      Optional<Boolean> before,
      Optional<Boolean> now,
      CabinetEvent on,
      CabinetEvent off,
      List<CabinetEvent> events) {
    if (is(now) && !is(before)) {
      events.add(on);
    } else if (!is(now) && is(before)) {
      events.add(off);
    }
  }

  private static boolean is(Optional<Boolean> sensor) {
    return sensor.orElse(false);
  }

  /** The same as the device's condition. */
  Condition condition() {
    Set<FaultCode> faults = EnumSet.noneOf(FaultCode.class);
    if (is(door)) {
      faults.add(FaultCode.DOOR_OPEN);
    }
    if (is(onBattery)) {
      faults.add(FaultCode.ON_BATTERY);
    }
    if (is(batteryLow)) {
      faults.add(FaultCode.BATTERY_LOW);
    }
    return new Condition(DeviceState.ONLINE, faults);
  }
}

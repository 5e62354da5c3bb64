package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.upkeep.DeviceTrial;
import egov.kiosk.domain.upkeep.Outcome;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupException.Reason;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tries devices one by one. What a camera saw stays in memory: a picture may show a person, and the
 * report needs only a person's word on it.
 */
final class Trials {
  /** No driver, but a person can tell: is the sound heard, does the glass answer. */
  private static final List<String> BY_A_PERSON = List.of("touch-screen", "loudspeaker");

  private final Ports ports;
  private final SetupRecord record;
  private final InstantSource clock;
  private final Map<String, byte[]> pictures = new ConcurrentHashMap<>();
  private final Map<String, String> seen = new ConcurrentHashMap<>();

  Trials(Ports ports, SetupRecord record, InstantSource clock) {
    this.ports = ports;
    this.record = record;
    this.clock = clock;
  }

  List<DeviceTrial> all() {
    List<DeviceTrial> all = new ArrayList<>();
    ports.devices().stream()
        .sorted(Comparator.comparing(Device::name))
        .map(this::of)
        .forEach(all::add);
    DeviceStatus there = new DeviceStatus(DeviceState.ONLINE, Set.of(), clock.instant());
    BY_A_PERSON.forEach(name -> all.add(of(name, there, "", "")));
    return all;
  }

  private DeviceTrial of(Device device) {
    String place =
        Binding.of(device.name())
            .map(binding -> ports.setting(binding.pid() + "." + binding.attribute()))
            .orElse("");
    return of(
        device.name(), device.status(), place, device.identity().map(Object::toString).orElse(""));
  }

  private DeviceTrial of(String name, DeviceStatus status, String place, String identity) {
    Optional<SetupRecord.Judged> judged = record.judged("trial." + name);
    return new DeviceTrial(
        name,
        place,
        status.state(),
        status.faults(),
        identity,
        judged.map(SetupRecord.Judged::outcome).orElse(Outcome.OPEN),
        seen.getOrDefault(name, record.text("seen." + name)),
        record.text("reason." + name),
        pictures.containsKey(name),
        judged.map(SetupRecord.Judged::at));
  }

  Optional<byte[]> picture(String device) {
    return Optional.ofNullable(pictures.get(device)).map(byte[]::clone);
  }

  void forget(String device) {
    pictures.remove(device);
    seen.remove(device);
    record.set("trial." + device, "");
    record.set("seen." + device, "");
    record.set("reason." + device, "");
  }

  /**
   * Tries it, and takes as long as that takes; what came of it counts with {@link #settle}.
   *
   * @throws SetupException when there is no such device
   */
  Tried run(String name, Duration timeout) throws SetupException {
    Optional<Device> device =
        ports.devices().stream().filter(one -> one.name().equals(name)).findFirst();
    if (device.isEmpty() && !BY_A_PERSON.contains(name)) {
      throw new SetupException(Reason.NO_SUCH_DEVICE, "");
    }
    pictures.remove(name);
    return device
        .map(one -> new Tryout(ports.checks(), timeout).of(one))
        .orElseGet(() -> Tried.toJudge("for a person to judge"));
  }

  /** What the machine saw by itself is its judgement; all else waits for a person's. */
  void settle(String name, Tried tried) {
    seen.put(name, tried.seen());
    tried.picture().ifPresent(picture -> pictures.put(name, picture));
    if (tried.outcome() != Outcome.OPEN) {
      record.judge("trial." + name, tried.outcome() == Outcome.PASSED, clock.instant());
      record.set("reason." + name, tried.fault().map(Enum::name).orElse(""));
      record.set("seen." + name, tried.seen());
    }
  }

  void judge(String device, boolean passed, String reason) throws SetupException {
    boolean known = all().stream().anyMatch(one -> one.device().equals(device));
    if (!known) {
      throw new SetupException(Reason.NO_SUCH_DEVICE, "");
    }
    record.judge("trial." + device, passed, clock.instant());
    record.set("reason." + device, reason);
    record.set("seen." + device, seen.getOrDefault(device, record.text("seen." + device)));
  }
}

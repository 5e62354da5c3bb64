package egov.kiosk.upkeep.setup;

import egov.kiosk.domain.device.Camera;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceState;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.DocumentCamera;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.health.HealthCheck;
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
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Tries devices one by one. What a camera saw stays in memory: a picture may show a person, and the
 * report needs only a person's word on it.
 */
final class Trials {
  /** No driver, but a person can tell: is the sound heard, does the glass answer. */
  private static final List<String> BY_A_PERSON = List.of("touch-screen", "loudspeaker");

  private static final long LOOK_MILLIS = 100;

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

  /** Tries it; what was seen is for the person who judges. */
  void run(String name, Duration timeout) throws SetupException {
    Optional<Device> device =
        ports.devices().stream().filter(one -> one.name().equals(name)).findFirst();
    if (device.isEmpty() && !BY_A_PERSON.contains(name)) {
      throw new SetupException(Reason.NO_SUCH_DEVICE, "");
    }
    pictures.remove(name);
    seen.put(name, device.map(one -> tried(one, timeout)).orElse("for a person to judge"));
  }

  private String tried(Device device, Duration timeout) {
    try {
      if (device instanceof Printer printer) {
        printer.print(page(), timeout);
        return "a test page was printed";
      }
      if (device instanceof Camera camera) {
        try (Camera.Stream stream = camera.open()) {
          return looked(device.name(), stream::preview, timeout);
        }
      }
      if (device instanceof DocumentCamera camera) {
        try (DocumentCamera.Stream stream = camera.open()) {
          return looked(device.name(), stream::preview, timeout);
        }
      }
      return asked(device, timeout);
    } catch (DeviceException e) {
      return e.fault() + " " + e.fault().code();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private String asked(Device device, Duration timeout) {
    return ports.checks().stream()
        .filter(check -> check.name().equals(device.name()))
        .findFirst()
        .map((HealthCheck check) -> check.check(timeout).what())
        .orElseGet(() -> device.status().state().name());
  }

  private String looked(String name, Supplier<Optional<byte[]>> preview, Duration timeout)
      throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (System.nanoTime() - end < 0) {
      Optional<byte[]> picture = preview.get();
      if (picture.isPresent()) {
        pictures.put(name, picture.get());
        return "a picture of " + picture.get().length + " bytes";
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
    return "no picture in time";
  }

  private Slip page() {
    return new Slip(
        List.of(
            new Slip.Text("打印测试页", Slip.Size.DOUBLE, Slip.Align.CENTRE),
            new Slip.Rule(),
            Slip.Text.of("汉字清楚：吉祥喜庆 0123456789"),
            Slip.Text.of("ABCDEFGHIJKLMNOPQRSTUVWXYZ"),
            new Slip.QrCode("kiosk-test-page"),
            new Slip.Rule(),
            Slip.Text.of("字不缺、码能扫、切纸齐，就选“通过”。")));
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

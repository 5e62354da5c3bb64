package egov.kiosk.link.replay;

import egov.kiosk.domain.device.Cabinet;
import egov.kiosk.domain.device.CodeKind;
import egov.kiosk.domain.device.CodeScanner;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.Lamp;
import egov.kiosk.domain.device.Printer;
import egov.kiosk.domain.device.Slip;
import egov.kiosk.domain.device.SocialCardReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be asked of a device of each class, by the name of the port's method. */
final class Calls {
  private static final Duration BRIEF = Duration.ofSeconds(5);

  /** A slip of every kind of line; says nothing about anybody. */
  private static final Slip SLIP =
      new Slip(
          List.of(
              new Slip.Text("测试 TEST", Slip.Size.DOUBLE, Slip.Align.CENTRE),
              new Slip.Rule(),
              Slip.Text.of("设备录制用纸，可以扔掉。"),
              new Slip.QrCode("KIOSK-TEST"),
              new Slip.Space(2)));

  /** What uses something up, and is done once in a recording. */
  static final Set<String> USE_UP = Set.of("print");

  private Calls() {}

  /** One call. */
  interface Call {
    void make() throws DeviceException, InterruptedException;
  }

  /**
   * The calls of a device, in the order in which a recording makes them.
   *
   * @param patience how long citizens are waited for
   */
  static Map<String, Call> of(Device device, Duration patience) {
    Map<String, Call> calls = new LinkedHashMap<>();
    if (device instanceof IdCardReader reader) {
      calls.put("securityModuleId", () -> reader.securityModuleId(BRIEF));
      calls.put("read", () -> reader.read(patience).card().close());
      calls.put("newestAddresses", () -> reader.newestAddresses(BRIEF));
      calls.put("cardPresent", () -> reader.cardPresent(BRIEF));
    } else if (device instanceof Printer printer) {
      calls.put("ask", () -> printer.ask(BRIEF));
      calls.put("print", () -> printer.print(SLIP, Duration.ofSeconds(20)));
    } else if (device instanceof CodeScanner scanner) {
      calls.put(
          "scan", () -> scanner.scan(CodeKind.values()[0], patience).ifPresent(c -> c.close()));
    } else if (device instanceof SocialCardReader reader) {
      calls.put("cardPresent", () -> reader.cardPresent(BRIEF));
      calls.put("read", () -> reader.read(patience));
    } else if (device instanceof Cabinet cabinet) {
      calls.put("light", () -> light(cabinet));
    }
    return calls;
  }

  /** Each lamp for a moment, so that whoever records sees which coil it is. */
  private static void light(Cabinet cabinet) throws InterruptedException {
    for (Lamp lamp : Lamp.values()) {
      cabinet.light(Set.of(lamp));
      Thread.sleep(300);
    }
    cabinet.light(Set.of());
    Thread.sleep(300);
  }
}

package egov.kiosk.link.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.link.replay.DeviceTools;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.spi.ToolProvider;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * {@code record NAME SECONDS FILE} and {@code replay FILE PORT}, for {@code kiosk device record}
 * and {@code kiosk device replay}.
 */
@Component(service = ToolProvider.class)
public final class RecordTool implements ToolProvider {
  private static final int DIFFERS = 1;
  private static final int USAGE = 64;
  private static final int NOT_DONE = 74;

  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private final DeviceTools tools = new DeviceTools(devices);

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      unbind = "remove")
  void add(Device device) {
    devices.add(device);
  }

  void remove(Device device) {
    devices.remove(device);
  }

  @Override
  public String name() {
    return "kiosk-device-line";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    try {
      if (arguments.length == 4 && arguments[0].equals("record")) {
        tools.record(
            arguments[1],
            Duration.ofSeconds(Long.parseLong(arguments[2])),
            Path.of(arguments[3]),
            out);
        return 0;
      }
      if (arguments.length == 3 && arguments[0].equals("replay")) {
        return tell(tools.replay(Path.of(arguments[1]), Integer.parseInt(arguments[2])), out);
      }
      err.println("expected record NAME SECONDS FILE, or replay FILE PORT");
      return USAGE;
    } catch (IOException e) {
      err.println("kiosk: " + e.getMessage());
      return NOT_DONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOT_DONE;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int tell(List<String> differences, PrintWriter out) {
    if (differences.isEmpty()) {
      out.println("the driver did the same as when this was recorded");
      return 0;
    }
    differences.forEach(one -> out.println("differs: " + one));
    return DIFFERS;
  }
}

package egov.kiosk.conformance.component;

import egov.kiosk.conformance.AskedHand;
import egov.kiosk.conformance.Exams;
import egov.kiosk.conformance.Hand;
import egov.kiosk.conformance.Report;
import egov.kiosk.conformance.Result;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceState;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * {@code kiosk device check NAME [REPORT]} and {@code kiosk device list}: examines an attached
 * device through its installed driver, as configured. Asks for gestures on the terminal; without
 * one, checks that need hands are not run.
 */
@Component(service = ToolProvider.class)
public final class CheckTool implements ToolProvider {
  private static final int FAILED = 1;
  private static final int USAGE = 64;
  private static final int NO_SUCH_DEVICE = 69;
  private static final int NOT_WRITTEN = 73;
  private static final long LEAST_MILLIS = 1_000;
  private static final long MOST_MILLIS = 10_000;
  private static final long LOOK_MILLIS = 50;

  private final List<Device> devices = new CopyOnWriteArrayList<>();

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
    return "kiosk-device-check";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (arguments.length > 2) {
      err.println("expected a device's name and perhaps a file for the report");
      return USAGE;
    }
    try {
      awaitFirstLook();
      if (arguments.length == 0) {
        devices.forEach(device -> out.println(device.name() + "  " + device.status().state()));
        out.flush();
        return 0;
      }
      Optional<Device> device =
          devices.stream().filter(one -> one.name().equals(arguments[0])).findFirst();
      if (device.isEmpty()) {
        err.println("no device is called " + arguments[0] + "; there are: " + names());
        return NO_SUCH_DEVICE;
      }
      return examine(device.get(), out, err, List.of(arguments).subList(1, arguments.length));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    } catch (IOException e) {
      err.println("the report could not be written: " + e.getMessage());
      return NOT_WRITTEN;
    }
  }

  /** Drivers register, and look for their devices, a moment after their bundles started. */
  private void awaitFirstLook() throws InterruptedException {
    long start = System.nanoTime();
    for (long waited = 0; waited < MOST_MILLIS; waited = millisSince(start)) {
      boolean looked =
          devices.stream().noneMatch(one -> one.status().state() == DeviceState.STARTING);
      if (waited > LEAST_MILLIS && looked) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
    }
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private int examine(Device device, PrintWriter out, PrintWriter err, List<String> file)
      throws IOException, InterruptedException {
    Instant begun = Instant.now();
    Hand hand =
        new AskedHand(
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), out);
    List<Result> seen = new ArrayList<>();
    Optional<List<Result>> results =
        Exams.run(
            device,
            hand,
            result -> {
              seen.add(result);
              tell(result, out);
            });
    if (results.isEmpty()) {
      err.println("there is no examination for this kind of device yet");
      return USAGE;
    }
    Report report =
        new Report(
            device.name(), device.identity().map(DeviceIdentity::toString).orElse(""), begun, seen);
    out.println(report.summary());
    out.flush();
    if (!file.isEmpty()) {
      Files.writeString(Path.of(file.get(0)), report.markdown());
    }
    return report.passed() ? 0 : FAILED;
  }

  private static void tell(Result result, PrintWriter out) {
    out.printf(
        "%-4s %-8s %s%s%n",
        result.id(),
        result.verdict(),
        result.promise(),
        result.remark().isEmpty() ? "" : ": " + result.remark());
    out.flush();
  }

  private String names() {
    return devices.stream().map(Device::name).collect(Collectors.joining(", "));
  }
}

package egov.kiosk.upkeep.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.upkeep.Upkeep;
import egov.kiosk.upkeep.support.DeviceHistory;
import egov.kiosk.upkeep.support.SupportBundle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Offers logs, history and support bundles; looks at the devices' states every ten seconds. */
@Component(name = "support", configurationPid = "upkeep", immediate = true, service = Upkeep.class)
public final class SupportComponent implements Upkeep {
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.ofHours(8));

  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private final DeviceHistory history;
  private final ScheduledExecutorService looker =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "device-history");
            thread.setDaemon(true);
            return thread;
          });
  private final Path data;
  private final SupportBundle bundle;

  /** Begins to look. */
  @Activate
  public SupportComponent(UpkeepConfiguration configuration) {
    data = Path.of(configuration.dataDirectory()).toAbsolutePath();
    history =
        new DeviceHistory(data.resolve("upkeep").resolve("device-history"), InstantSource.system());
    Optional<Path> settings =
        configuration.settingsFile().isBlank()
            ? Optional.empty()
            : Optional.of(Path.of(configuration.settingsFile()));
    bundle = new SupportBundle(settings, data.resolve("log"));
    looker.scheduleWithFixedDelay(
        () -> history.look(List.copyOf(devices)), 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Deactivate
  void deactivate() {
    looker.shutdownNow();
  }

  @Override
  public List<Change> history() {
    return history.changes();
  }

  @Override
  public List<String> log(int most) throws IOException {
    return bundle.tail(most);
  }

  @Override
  public String bundle(Map<String, String> parts) throws IOException {
    Path directory = data.resolve("upkeep").resolve("support");
    Files.createDirectories(directory);
    Path file =
        directory.resolve("support-" + STAMP.format(InstantSource.system().instant()) + ".zip");
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      bundle.write(out, parts);
    } catch (IOException e) {
      Files.deleteIfExists(file);
      throw e;
    }
    return file.toString();
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDevice(Device device) {
    devices.add(device);
  }

  void unbindDevice(Device device) {
    devices.remove(device);
  }
}

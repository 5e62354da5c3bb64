package egov.kiosk.upkeep.component;

import egov.kiosk.domain.access.AccessException;
import egov.kiosk.domain.access.FirstStaff;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.document.Documents;
import egov.kiosk.domain.document.PrintableCopies;
import egov.kiosk.domain.document.SealPlace;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.Attachments;
import egov.kiosk.domain.fleet.LineTrial;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.upkeep.Enrolling;
import egov.kiosk.domain.upkeep.FirstStart;
import egov.kiosk.domain.upkeep.SetupDesk;
import egov.kiosk.domain.upkeep.SetupException;
import egov.kiosk.domain.upkeep.SetupStep;
import egov.kiosk.domain.upkeep.SetupView;
import egov.kiosk.launcher.port.Restart;
import egov.kiosk.upkeep.setup.Commissioning;
import egov.kiosk.upkeep.setup.KeptSettings;
import egov.kiosk.upkeep.setup.Ports;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Offers setting up as a service; another data directory takes a start. */
@Component(name = "setup", configurationPid = "upkeep", service = SetupDesk.class)
public final class SetupComponent implements SetupDesk, Ports {
  private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  private final List<Device> devices = new CopyOnWriteArrayList<>();
  private final PluggedIn plugged = new PluggedIn(Path.of("/dev"));
  private final InForce settings;
  private final KeptSettings kept;
  private final List<Path> media;
  private final Commissioning desk;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Documents documents;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile PrintableCopies copies;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Attachments attachments;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Enrolling enrolling;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Restart restart;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile FirstStaff firstStaff;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile SealPlace sealPlace;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile LineTrial line;

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile Sm3Digest digest;

  /**
   * Reads how far setting up came.
   *
   * @throws IOException when what is there cannot be read
   */
  @Activate
  public SetupComponent(UpkeepConfiguration configuration, @Reference ConfigurationAdmin admin)
      throws IOException {
    media =
        Arrays.stream(configuration.media().split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .map(Path::of)
            .toList();
    settings = new InForce(admin, configuration);
    Path own = Path.of(configuration.dataDirectory()).toAbsolutePath().resolve("upkeep");
    kept = new KeptSettings(own.resolve("settings"));
    desk = new Commissioning(own, this, InstantSource.system());
  }

  @Override
  public SetupView view() {
    return desk.view();
  }

  @Override
  public SetupView site(Map<String, String> answers) throws SetupException {
    return desk.site(answers);
  }

  @Override
  public SetupView check(SetupStep step, Duration timeout) throws SetupException {
    return desk.check(step, timeout);
  }

  @Override
  public SetupView enrol(
      String code, String kioskId, String platform, String authority, Duration timeout)
      throws SetupException {
    return desk.enrol(code, kioskId, platform, authority, timeout);
  }

  @Override
  public FirstStart firstStart() {
    return desk.firstStart();
  }

  @Override
  public void begin(FirstStart.Wish wish, Duration timeout) throws SetupException, AccessException {
    desk.begin(wish, timeout);
  }

  @Override
  public SetupView broker(String address, String password, Duration timeout) throws SetupException {
    return desk.broker(address, password, timeout);
  }

  @Override
  public SetupView seal(String file) throws SetupException {
    return desk.seal(file);
  }

  @Override
  public SetupView bind(String device, String path) throws SetupException {
    return desk.bind(device, path);
  }

  @Override
  public SetupView test(String device, Duration timeout) throws SetupException {
    return desk.test(device, timeout);
  }

  @Override
  public Optional<byte[]> picture(String device) {
    return desk.picture(device);
  }

  @Override
  public SetupView judge(String device, boolean passed, String reason) throws SetupException {
    return desk.judge(device, passed, reason);
  }

  @Override
  public SetupView accept(String badge) throws SetupException {
    return desk.accept(badge);
  }

  @Override
  public List<HealthCheck> checks() {
    return List.copyOf(checks);
  }

  @Override
  public List<Device> devices() {
    return List.copyOf(devices);
  }

  @Override
  public Optional<Documents> documents() {
    return Optional.ofNullable(documents);
  }

  @Override
  public Optional<PrintableCopies> copies() {
    return Optional.ofNullable(copies);
  }

  @Override
  public Optional<Sm3Digest> digest() {
    return Optional.ofNullable(digest);
  }

  @Override
  public Optional<Attachments> attachments() {
    return Optional.ofNullable(attachments);
  }

  @Override
  public Optional<LineTrial> line() {
    return Optional.ofNullable(line);
  }

  @Override
  public Optional<Enrolling> enrolling() {
    return Optional.ofNullable(enrolling);
  }

  @Override
  public Optional<FirstStaff> firstStaff() {
    return Optional.ofNullable(firstStaff);
  }

  @Override
  public Optional<SealPlace> sealPlace() {
    return Optional.ofNullable(sealPlace);
  }

  @Override
  public List<Path> media() {
    return media;
  }

  @Override
  public String setting(String key) {
    return settings.settings().getOrDefault(key, "");
  }

  @Override
  public void keep(String pid, String attribute, String text) throws IOException {
    kept.put(pid + "." + attribute, text);
  }

  @Override
  public void put(String pid, String attribute, String text) throws IOException {
    keep(pid, attribute, text);
    settings.put(pid, attribute, text);
  }

  @Override
  public List<String> paths() {
    return plugged.paths();
  }

  @Override
  public void restart() {
    Restart now = restart;
    if (now != null) {
      now.restart();
    }
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDevice(Device device) {
    devices.add(device);
  }

  void unbindDevice(Device device) {
    devices.remove(device);
  }
}

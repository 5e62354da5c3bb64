package egov.kiosk.idcardreader.component;

import egov.kiosk.domain.device.CardRead;
import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.DeviceException;
import egov.kiosk.domain.device.DeviceIdentity;
import egov.kiosk.domain.device.DeviceStatus;
import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.PowerSwitch;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.idcardreader.IdCardReaderCheck;
import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.Repoll;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.idcardreader.sdt.SdtTimings;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/**
 * The identity card reader as a service. A changed configuration replaces the reader behind the
 * same service; an unchanged one touches nothing.
 */
@Component(
    name = "id-card-reader",
    configurationPid = "id-card-reader",
    service = {IdCardReader.class, Device.class, HealthCheck.class})
@Designate(ocd = IdCardReaderConfiguration.class)
public final class IdCardReaderComponent implements IdCardReader, HealthCheck {
  private final KnownDevices known;

  /** The cabinet's relay board, when there is one; it comes and goes. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile PowerSwitch power;

  private volatile ReaderSettings settings;
  private volatile SdtIdCardReader reader;

  @Activate
  public IdCardReaderComponent(@Reference KnownDevices known) {
    this.known = known;
  }

  @Activate
  void activate(IdCardReaderConfiguration configuration) {
    settings = settings(configuration);
    reader = reader(settings);
  }

  private SdtIdCardReader reader(ReaderSettings wanted) {
    return new SdtIdCardReader(wanted, known, this::cyclePower, InstantSource.system());
  }

  private boolean cyclePower(String device, Duration limit) throws InterruptedException {
    PowerSwitch present = power;
    return present != null && present.cycle(device, limit);
  }

  @Modified
  void modified(IdCardReaderConfiguration configuration) {
    ReaderSettings wanted = settings(configuration);
    if (!wanted.equals(settings)) {
      reader.close();
      settings = wanted;
      reader = reader(wanted);
    }
  }

  @Deactivate
  void deactivate() {
    reader.close();
  }

  static ReaderSettings settings(IdCardReaderConfiguration configuration) {
    return new ReaderSettings(
        places(configuration.port(), configuration.baud()),
        configuration.autobaud(),
        Duration.ofMillis(configuration.findIntervalMillis()),
        new SdtTimings(
            Duration.ofMillis(configuration.briefTimeoutMillis()),
            Duration.ofMillis(configuration.findTimeoutMillis()),
            Duration.ofMillis(configuration.selectTimeoutMillis()),
            Duration.ofMillis(configuration.readTimeoutMillis()),
            Duration.ofMillis(configuration.fingerprintTimeoutMillis())),
        Repoll.valueOf(configuration.repoll().toUpperCase(Locale.ROOT)),
        configuration.maxRfBytes(),
        modules(configuration.allowedModules()),
        new HotPlugSettings(
            Duration.ofMillis(configuration.lookWhenLostMillis()),
            Duration.ofMillis(configuration.lookWhenThereMillis()),
            HotPlugSettings.USUAL.lookWhenUnwell(),
            HotPlugSettings.USUAL.openLimit()));
  }

  private static List<LinkAddress> places(String port, int baud) {
    return Arrays.stream(port.split(","))
        .map(String::strip)
        .map(
            place ->
                place.startsWith("/")
                    ? new LinkAddress.Serial(place, baud)
                    : LinkAddress.parse(place))
        .toList();
  }

  /** An empty list may arrive as one empty entry, depending on who writes the configuration. */
  private static Set<String> modules(String[] entries) {
    return Arrays.stream(entries)
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String name() {
    return SdtIdCardReader.NAME;
  }

  @Override
  public DeviceStatus status() {
    return reader.status();
  }

  @Override
  public Optional<DeviceIdentity> identity() {
    return reader.identity();
  }

  @Override
  public CardRead read(Duration timeout) throws DeviceException, InterruptedException {
    return reader.read(timeout);
  }

  @Override
  public boolean cardPresent(Duration timeout) throws DeviceException, InterruptedException {
    return reader.cardPresent(timeout);
  }

  @Override
  public List<String> newestAddresses(Duration timeout)
      throws DeviceException, InterruptedException {
    return reader.newestAddresses(timeout);
  }

  @Override
  public String securityModuleId(Duration timeout) throws DeviceException, InterruptedException {
    return reader.securityModuleId(timeout);
  }

  @Override
  public Finding check(Duration timeout) {
    return new IdCardReaderCheck(reader).check(timeout);
  }
}

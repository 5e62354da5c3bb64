package egov.kiosk.idcardreader.component;

import egov.kiosk.domain.device.IdCardReader;
import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.PowerSwitch;
import egov.kiosk.idcardreader.IdCardReaderCheck;
import egov.kiosk.idcardreader.ReaderSettings;
import egov.kiosk.idcardreader.Repoll;
import egov.kiosk.idcardreader.SdtIdCardReader;
import egov.kiosk.idcardreader.sdt.SdtTimings;
import egov.kiosk.link.HotPlugSettings;
import egov.kiosk.link.LinkAddress;
import egov.kiosk.link.component.offer.DriverOffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
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
 * Registers the identity card reader, and its check, unless it is switched off. A changed
 * configuration replaces the reader; an unchanged one touches nothing.
 */
@Component(
    name = "id-card-reader",
    configurationPid = "id-card-reader",
    immediate = true,
    service = {})
@Designate(ocd = IdCardReaderConfiguration.class)
public final class IdCardReaderComponent {
  private final KnownDevices known;
  private final DriverOffer<ReaderSettings> offer;

  /** The cabinet's relay board, when there is one; it comes and goes. */
  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  private volatile PowerSwitch power;

  @Activate
  public IdCardReaderComponent(BundleContext context, @Reference KnownDevices known) {
    this.known = known;
    offer = new DriverOffer<>(context, this::open);
  }

  private DriverOffer.Driver open(ReaderSettings settings) {
    SdtIdCardReader reader =
        new SdtIdCardReader(settings, known, this::cyclePower, InstantSource.system());
    return new DriverOffer.Driver(
        reader, List.of(IdCardReader.class), new IdCardReaderCheck(reader), reader::close);
  }

  private boolean cyclePower(String device, Duration limit) throws InterruptedException {
    PowerSwitch present = power;
    return present != null && present.cycle(device, limit);
  }

  @Activate
  @Modified
  void modified(IdCardReaderConfiguration configuration) {
    offer.want(configuration.enabled() ? Optional.of(settings(configuration)) : Optional.empty());
  }

  @Deactivate
  void deactivate() {
    offer.close();
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
}

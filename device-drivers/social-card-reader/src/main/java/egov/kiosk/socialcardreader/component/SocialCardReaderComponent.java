package egov.kiosk.socialcardreader.component;

import egov.kiosk.domain.device.KnownDevices;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.link.component.offer.DriverOffer;
import egov.kiosk.socialcardreader.PcscSocialCardReader;
import egov.kiosk.socialcardreader.SocialCardReaderCheck;
import egov.kiosk.socialcardreader.SocialCardReaderSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Registers the reader, and its check, when this kiosk has one: a kiosk without is not faulty. A
 * changed configuration replaces the reader; an unchanged one touches nothing.
 */
@Component(
    name = "social-card-reader",
    configurationPid = "social-card-reader",
    immediate = true,
    service = {})
@Designate(ocd = SocialCardReaderConfiguration.class)
public final class SocialCardReaderComponent {
  private final DriverOffer<SocialCardReaderSettings> offer;

  @Activate
  public SocialCardReaderComponent(
      BundleContext context,
      SocialCardReaderConfiguration configuration,
      @Reference KnownDevices known) {
    offer = new DriverOffer<>(context, settings -> open(settings, known));
    modified(configuration);
  }

  private static DriverOffer.Driver open(SocialCardReaderSettings settings, KnownDevices known) {
    PcscSocialCardReader reader = new PcscSocialCardReader(settings, known, InstantSource.system());
    return new DriverOffer.Driver(
        reader, List.of(SocialCardReader.class), new SocialCardReaderCheck(reader), reader::close);
  }

  @Modified
  void modified(SocialCardReaderConfiguration configuration) {
    offer.want(settings(configuration));
  }

  @Deactivate
  void deactivate() {
    offer.close();
  }

  private static Optional<SocialCardReaderSettings> settings(
      SocialCardReaderConfiguration configuration) {
    return configuration.enabled()
        ? Optional.of(
            new SocialCardReaderSettings(
                configuration.reader().strip(),
                configuration.library().strip(),
                Duration.ofMillis(configuration.readLimitMillis())))
        : Optional.empty();
  }
}

package egov.kiosk.socialcardreader.component;

import egov.kiosk.domain.device.Device;
import egov.kiosk.domain.device.SocialCardReader;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.socialcardreader.PcscSocialCardReader;
import egov.kiosk.socialcardreader.SocialCardReaderCheck;
import egov.kiosk.socialcardreader.SocialCardReaderSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
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
  private final BundleContext context;
  private final List<ServiceRegistration<?>> registered = new ArrayList<>();
  private Optional<SocialCardReaderSettings> settings = Optional.empty();
  private PcscSocialCardReader reader;

  @Activate
  public SocialCardReaderComponent(
      BundleContext context, SocialCardReaderConfiguration configuration) {
    this.context = context;
    modified(configuration);
  }

  @Modified
  synchronized void modified(SocialCardReaderConfiguration configuration) {
    Optional<SocialCardReaderSettings> wanted = settings(configuration);
    if (wanted.equals(settings)) {
      return;
    }
    deactivate();
    settings = wanted;
    if (wanted.isPresent()) {
      reader = new PcscSocialCardReader(wanted.get(), InstantSource.system());
      String[] ports = {SocialCardReader.class.getName(), Device.class.getName()};
      registered.add(context.registerService(ports, reader, null));
      registered.add(
          context.registerService(HealthCheck.class, new SocialCardReaderCheck(reader), null));
    }
  }

  @Deactivate
  synchronized void deactivate() {
    registered.forEach(ServiceRegistration::unregister);
    registered.clear();
    if (reader != null) {
      reader.close();
      reader = null;
    }
    settings = Optional.empty();
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

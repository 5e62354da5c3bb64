package egov.kiosk.portraitdecoder.component;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.identity.portrait.PortraitDecoder;
import egov.kiosk.identity.portrait.PortraitPicture;
import egov.kiosk.identity.portrait.PortraitRefusedException;
import egov.kiosk.portraitdecoder.DecoderSettings;
import egov.kiosk.portraitdecoder.SiteLibraryDecoder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The site's library as a decoder; without one configured it recognises nothing. */
@Component(
    name = "portrait-decoder",
    configurationPid = "portrait-decoder",
    service = {PortraitDecoder.class, HealthCheck.class})
@Designate(ocd = PortraitDecoderConfiguration.class)
public final class PortraitDecoderComponent implements PortraitDecoder, HealthCheck {
  private Optional<DecoderSettings> settings = Optional.empty();
  private volatile Optional<SiteLibraryDecoder> decoder = Optional.empty();

  @Activate
  void activate(PortraitDecoderConfiguration configuration) {
    settings = settings(configuration);
    decoder = settings.map(one -> new SiteLibraryDecoder(one, System::nanoTime));
  }

  @Modified
  void modified(PortraitDecoderConfiguration configuration) {
    Optional<DecoderSettings> wanted = settings(configuration);
    if (!wanted.equals(settings)) {
      deactivate();
      settings = wanted;
      decoder = wanted.map(one -> new SiteLibraryDecoder(one, System::nanoTime));
    }
  }

  @Deactivate
  void deactivate() {
    decoder.ifPresent(SiteLibraryDecoder::close);
  }

  private static Optional<DecoderSettings> settings(PortraitDecoderConfiguration configuration) {
    return configuration.library().isBlank()
        ? Optional.empty()
        : Optional.of(
            new DecoderSettings(
                Path.of(configuration.library()),
                configuration.symbol(),
                configuration.bottomUp(),
                Duration.ofMillis(configuration.timeoutMillis())));
  }

  @Override
  public String name() {
    return SiteLibraryDecoder.NAME;
  }

  @Override
  public boolean recognises(byte[] block) {
    return decoder.map(one -> one.recognises(block)).orElse(false);
  }

  @Override
  public PortraitPicture decode(byte[] block) throws PortraitRefusedException {
    return decoder
        .orElseThrow(() -> new PortraitRefusedException("no portrait library is configured"))
        .decode(block);
  }

  @Override
  public Finding check(Duration timeout) {
    return decoder
        .map(one -> one.check(timeout))
        .orElseGet(
            () ->
                Finding.ok(
                    SiteLibraryDecoder.NAME,
                    "no library of the site is configured; portraits of real cards stay undecoded"));
  }
}

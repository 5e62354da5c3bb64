package egov.kiosk.assist.component;

import egov.kiosk.assist.voice.EspeakVoice;
import egov.kiosk.assist.voice.VoiceSettings;
import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.Speech;
import egov.kiosk.domain.assist.SpokenLanguage;
import egov.kiosk.domain.assist.SpokenPace;
import egov.kiosk.domain.assist.Voice;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.net.URL;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The voice as a service. */
@Component(
    name = "voice",
    configurationPid = "voice",
    service = {Voice.class, HealthCheck.class})
@Designate(ocd = VoiceConfiguration.class)
public final class VoiceComponent implements Voice, HealthCheck {
  private static final String SCREENS = "egov.kiosk-ui";

  private final BundleContext context;
  private VoiceSettings settings;
  private volatile EspeakVoice voice;

  @Activate
  public VoiceComponent(BundleContext context, VoiceConfiguration configuration) {
    this.context = context;
    settings = settings(configuration);
    voice = open(settings);
  }

  @Modified
  synchronized void modified(VoiceConfiguration configuration) {
    VoiceSettings wanted = settings(configuration);
    if (!wanted.equals(settings)) {
      settings = wanted;
      EspeakVoice before = voice;
      voice = open(wanted);
      before.close();
    }
  }

  @Deactivate
  synchronized void deactivate() {
    voice.close();
  }

  private EspeakVoice open(VoiceSettings wanted) {
    return new EspeakVoice(wanted, screens(), System::nanoTime);
  }

  private static VoiceSettings settings(VoiceConfiguration configuration) {
    return new VoiceSettings(
        configuration.program(),
        Duration.ofMillis(configuration.timeoutMillis()),
        configuration.cacheBytes());
  }

  /** Looked for when it is needed: the screens may be installed later. */
  private Function<String, URL> screens() {
    return path -> {
      for (Bundle bundle : context.getBundles()) {
        if (SCREENS.equals(bundle.getSymbolicName())) {
          return bundle.getEntry(path);
        }
      }
      return null;
    };
  }

  @Override
  public Optional<byte[]> clip(String id, SpokenLanguage language, SpokenPace pace)
      throws AssistUnavailableException {
    return voice.clip(id, language, pace);
  }

  @Override
  public byte[] say(Speech speech) throws AssistUnavailableException {
    return voice.say(speech);
  }

  @Override
  public String name() {
    return voice.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return voice.check(timeout);
  }
}

package egov.kiosk.assist.component;

import egov.kiosk.assist.writing.WritingSettings;
import egov.kiosk.assist.writing.ZinniaWriting;
import egov.kiosk.domain.assist.AssistUnavailableException;
import egov.kiosk.domain.assist.Handwriting;
import egov.kiosk.domain.assist.Ink;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import java.time.Duration;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** Handwriting as a service. */
@Component(
    name = "handwriting",
    configurationPid = "handwriting",
    service = {Handwriting.class, HealthCheck.class})
@Designate(ocd = HandwritingConfiguration.class)
public final class HandwritingComponent implements Handwriting, HealthCheck {
  private WritingSettings settings;
  private volatile ZinniaWriting writing;

  @Activate
  public HandwritingComponent(HandwritingConfiguration configuration) {
    settings = settings(configuration);
    writing = new ZinniaWriting(settings, System::nanoTime);
  }

  @Modified
  synchronized void modified(HandwritingConfiguration configuration) {
    WritingSettings wanted = settings(configuration);
    if (!wanted.equals(settings)) {
      settings = wanted;
      ZinniaWriting before = writing;
      writing = new ZinniaWriting(wanted, System::nanoTime);
      before.close();
    }
  }

  @Deactivate
  synchronized void deactivate() {
    writing.close();
  }

  private static WritingSettings settings(HandwritingConfiguration configuration) {
    return new WritingSettings(
        configuration.program(),
        configuration.model(),
        Duration.ofMillis(configuration.timeoutMillis()));
  }

  @Override
  public List<String> candidates(Ink ink, int most) throws AssistUnavailableException {
    return writing.candidates(ink, most);
  }

  @Override
  public String name() {
    return writing.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return writing.check(timeout);
  }
}

package egov.kiosk.enrolment.component;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.KioskKey;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.enrolment.device.Workplace;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Tells whether this machine is a kiosk yet, and what to do when it is not. */
@Component(
    configurationPid = "enrolment",
    configurationPolicy = ConfigurationPolicy.REQUIRE,
    service = HealthCheck.class)
@Designate(ocd = EnrolmentConfiguration.class)
public final class EnrolmentComponent implements HealthCheck {
  private static final String NAME = "enrolment";

  private final KioskKey key;
  private volatile Workplace workplace;

  /** Opens nothing. */
  @Activate
  public EnrolmentComponent(@Reference KioskKey key, EnrolmentConfiguration configuration) {
    this.key = key;
    modified(configuration);
  }

  /** Takes a new configuration. */
  @Modified
  void modified(EnrolmentConfiguration configuration) {
    workplace = new Workplace(Path.of(configuration.directory()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    try {
      Sm2Certificate certificate = key.signing().certificate();
      return workplace.decided()
          ? finding(
              Level.WARN,
              "an enrolment was decided and cut off before it was finished",
              "restart the kiosk: it finishes by itself")
          : Finding.ok(NAME, "enrolled as " + certificate.commonName());
    } catch (CryptoException e) {
      return switch (e.fault()) {
        case FILE_UNREADABLE, KEY_ABSENT ->
            workplace.begun()
                ? finding(
                    Level.FAIL,
                    "this machine is not enrolled; an attempt was begun",
                    "stop the kiosk and run kiosk enrol with the same code again")
                : finding(
                    Level.FAIL,
                    "this machine is not enrolled",
                    "ask the platform's operator for a one-time code; type it at /technician, or run kiosk enrol");
        default ->
            finding(
                Level.WARN,
                "whether this machine is enrolled cannot be seen, its key is not in order",
                "see the finding certificate");
      };
    }
  }

  private static Finding finding(Level level, String what, String advice) {
    return new Finding(NAME, level, what, Actor.TECHNICIAN, advice);
  }
}

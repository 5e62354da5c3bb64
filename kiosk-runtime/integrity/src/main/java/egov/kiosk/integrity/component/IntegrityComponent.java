package egov.kiosk.integrity.component;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.health.SafeMode;
import egov.kiosk.integrity.ProgramCheck;
import egov.kiosk.integrity.ProgramTrust;
import egov.kiosk.integrity.ProgramWatch;
import egov.kiosk.launcher.port.Served;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Checks the program in the background, once it serves and then once a day. */
@Component(configurationPid = "integrity", immediate = true, service = HealthCheck.class)
@Designate(ocd = IntegrityConfiguration.class)
public final class IntegrityComponent implements HealthCheck {
  private static final long REST_MILLIS = 10;

  private final ProgramWatch watch = new ProgramWatch();
  private final Optional<ProgramCheck> check;
  private final IntegrityConfiguration configuration;
  private Rounds rounds;

  /** Reads the settings; begins nothing. */
  @Activate
  public IntegrityComponent(IntegrityConfiguration configuration) {
    this.configuration = configuration;
    check =
        configuration.home().isBlank() || configuration.trustFile().isBlank()
            ? Optional.empty()
            : Optional.of(
                new ProgramCheck(
                    Path.of(configuration.home()),
                    new ProgramTrust(Path.of(configuration.trustFile()), configuration.signer()),
                    believed(configuration.alsoBelieved()),
                    Clock.systemUTC()));
  }

  private static Set<String> believed(String list) {
    return Arrays.stream(list.split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  synchronized void bindServed(Served served) {
    if (rounds == null && check.isPresent()) {
      rounds =
          new Rounds(
              () -> watch.saw(check.orElseThrow().run(IntegrityComponent::rest)),
              Duration.ofSeconds(configuration.delaySeconds()),
              Duration.ofHours(configuration.everyHours()));
    }
  }

  synchronized void unbindServed(Served served) {
    deactivate();
  }

  private static void rest() throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(REST_MILLIS);
  }

  @Deactivate
  synchronized void deactivate() {
    if (rounds != null) {
      rounds.close();
      rounds = null;
    }
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindSafeMode(SafeMode safeMode) {
    watch.safeMode(safeMode);
  }

  void unbindSafeMode(SafeMode safeMode) {
    watch.safeMode(null);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindAudit(AuditLog log) {
    watch.audit(log);
  }

  void unbindAudit(AuditLog log) {
    watch.audit(AuditLog.NONE);
  }

  @Override
  public String name() {
    return ProgramWatch.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    if (check.isEmpty()) {
      return Finding.ok(ProgramWatch.NAME, "not checked: integrity.trustFile names no authority");
    }
    return watch.last().map(ProgramWatch::finding).orElseGet(() -> now(timeout));
  }

  /** A kiosk that does not serve was asked: looks now, as far as time allows. */
  private synchronized Finding now(Duration timeout) {
    if (rounds != null) {
      return Finding.ok(ProgramWatch.NAME, "being checked since the start");
    }
    long deadline = System.nanoTime() + timeout.toNanos();
    try {
      return ProgramWatch.finding(
          check
              .orElseThrow()
              .run(
                  () -> {
                    if (System.nanoTime() - deadline > 0) {
                      throw new InterruptedException();
                    }
                  }));
    } catch (InterruptedException e) {
      return new Finding(
          ProgramWatch.NAME,
          Level.WARN,
          "the program files could not be checked within " + timeout.toSeconds() + " s",
          Actor.TECHNICIAN,
          "ask again when the machine has less to do");
    }
  }
}

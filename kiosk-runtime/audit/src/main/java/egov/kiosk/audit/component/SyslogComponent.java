package egov.kiosk.audit.component;

import egov.kiosk.audit.export.Syslog;
import egov.kiosk.audit.syslog.Collector;
import egov.kiosk.audit.syslog.Forwarder;
import egov.kiosk.audit.syslog.Forwarders;
import egov.kiosk.domain.device.Actor;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.Level;
import egov.kiosk.domain.settings.ToldSettings;
import egov.kiosk.tls.LineSecurities;
import egov.kiosk.tls.LineSecurity;
import egov.kiosk.tls.LineSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/** Sends the audit log to the operator's collector, when one is configured. */
@Component(configurationPid = "audit-syslog", immediate = true, service = HealthCheck.class)
@Designate(ocd = SyslogConfiguration.class)
public final class SyslogComponent implements HealthCheck {
  private static final String NAME = "audit-syslog";
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final Duration BEAT = Duration.ofSeconds(1);

  private final LineSecurities ways = new LineSecurities(List.of());
  private final AuditComponent audit;
  private final StatementSealer sealer;
  private ToldSettings told;
  private Keeper keeper;
  private volatile Optional<Forwarder> forwarder = Optional.empty();

  /**
   * Begins to send; a changed configuration begins anew, the same one told again does not.
   *
   * @throws IOException when the position cannot be read
   */
  @Activate
  public SyslogComponent(
      SyslogConfiguration configuration,
      Map<String, Object> values,
      @Reference AuditComponent audit,
      @Reference StatementSealer sealer)
      throws IOException {
    this.audit = audit;
    this.sealer = sealer;
    told = new ToldSettings(values);
    begin(configuration);
  }

  @Modified
  synchronized void modified(SyslogConfiguration configuration, Map<String, Object> values)
      throws IOException {
    ToldSettings now = new ToldSettings(values);
    if (!now.same(told)) {
      told = now;
      deactivate();
      begin(configuration);
    }
  }

  private void begin(SyslogConfiguration configuration) throws IOException {
    if (configuration.collector().isBlank()) {
      return;
    }
    Collector collector = Collector.of(configuration.collector(), line(configuration), PATIENCE);
    Syslog syslog = new Syslog(sealer.kioskId(), configuration.enterprise());
    Forwarder made = Forwarders.of(audit.directory(), collector, ways, syslog, System::nanoTime);
    forwarder = Optional.of(made);
    keeper = new Keeper("audit-syslog", 2);
    keeper.every(BEAT, made::beat);
    keeper.every(BEAT, made::watch);
  }

  private static LineSettings line(SyslogConfiguration configuration) {
    return new LineSettings(
        configuration.security(),
        file(configuration.trustFile()),
        file(configuration.certificateFile()),
        file(configuration.keyFile()),
        file(configuration.revocationFile()));
  }

  private static Optional<Path> file(String name) {
    return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name));
  }

  @Deactivate
  synchronized void deactivate() throws IOException {
    Optional<Forwarder> ended = forwarder;
    forwarder = Optional.empty();
    if (ended.isPresent()) {
      ended.get().close();
      keeper.close();
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    return forwarder
        .map(sending -> finding(sending.problem(), sending.confirmed()))
        .orElseGet(() -> Finding.ok(NAME, "no collector is configured"));
  }

  /** Of what keeps it from the collector; empty when nothing does. */
  static Finding finding(String problem, long confirmed) {
    return problem.isEmpty()
        ? Finding.ok(NAME, "sent up to record " + confirmed)
        : new Finding(
            NAME,
            Level.WARN,
            "the audit log does not reach the collector: " + problem,
            Actor.TECHNICIAN,
            "look at the collector and at audit-syslog's settings; nothing is lost meanwhile");
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindSecurity(LineSecurity way) {
    ways.add(way);
  }

  void unbindSecurity(LineSecurity way) {
    ways.remove(way);
  }
}

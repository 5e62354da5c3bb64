package egov.kiosk.updates.component;

import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.fleet.StatementSealer;
import egov.kiosk.domain.health.Figures;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.health.LifeSign;
import egov.kiosk.domain.outbox.Connectivity;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.update.UpdateView;
import egov.kiosk.domain.update.Updates;
import egov.kiosk.launcher.port.Restart;
import egov.kiosk.launcher.port.Served;
import egov.kiosk.updates.slot.SlotState;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The room as services. Does nothing on a machine whose program does not lie in slots. */
@Component(
    configurationPid = "updates",
    immediate = true,
    service = {Updates.class, HealthCheck.class, Figures.class})
@Designate(ocd = UpdatesConfiguration.class)
public final class UpdatesComponent implements Updates, HealthCheck, Figures {
  private static final Logger LOG = LoggerFactory.getLogger(UpdatesComponent.class);

  private final ServicesAround around = new ServicesAround();
  private final Running running;

  /**
   * Begins to work.
   *
   * @throws IOException when the directory or the token cannot be read
   */
  @Activate
  public UpdatesComponent(UpdatesConfiguration configuration, @Reference StatementSealer kiosk)
      throws IOException {
    running = Running.start(configuration, kiosk.kioskId(), around);
  }

  @Modified
  void modified(UpdatesConfiguration configuration) {
    LOG.info("updates: other settings take effect when the runtime is started again");
  }

  @Deactivate
  void deactivate() {
    running.close();
  }

  @Override
  public UpdateView view() {
    return running
        .standing()
        .map(
            standing -> {
              SlotState slots = standing.slots();
              var runs = slots.trying().orElse(slots.good());
              return new UpdateView(
                  runs.word(),
                  slots.version(runs),
                  slots.trying().isPresent(),
                  slots.staged().map(slots::version).orElse(0L),
                  standing
                      .waits()
                      .map(wait -> wait.name().toLowerCase(Locale.ROOT))
                      .filter(word -> !word.equals("none"))
                      .orElse(""),
                  slots.outcome(),
                  slots.trouble());
            })
        .orElse(new UpdateView("factory", 0, false, 0, "", "", ""));
  }

  @Override
  public Map<String, Number> figures() {
    UpdateView view = view();
    return Map.of(
        "kiosk_update_info{slot=\"" + view.slot() + "\",version=\"" + view.version() + "\"}", 1);
  }

  @Override
  public void askNow() {
    running.askNow();
  }

  @Override
  public String name() {
    return UpdatesCheck.NAME;
  }

  @Override
  public Finding check(Duration timeout) {
    return running
        .standing()
        .map(standing -> UpdatesCheck.of(standing, running.hasServer(), Instant.now()))
        .orElse(Finding.ok(UpdatesCheck.NAME, "the program does not lie in slots; no updates"));
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindLock(ServiceLock service) {
    around.lock.set(service);
  }

  void unbindLock(ServiceLock service) {
    around.lock.compareAndSet(service, null);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindOutbox(Outbox service) {
    around.outbox.set(service);
  }

  void unbindOutbox(Outbox service) {
    around.outbox.compareAndSet(service, null);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindConnectivity(Connectivity service) {
    around.line.set(service);
  }

  void unbindConnectivity(Connectivity service) {
    around.line.compareAndSet(service, null);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindRestart(Restart service) {
    around.restart.set(service);
  }

  void unbindRestart(Restart service) {
    around.restart.compareAndSet(service, null);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindServed(Served service) {
    around.served.set(service);
  }

  void unbindServed(Served service) {
    around.served.compareAndSet(service, null);
  }

  @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
  void bindAudit(AuditLog service) {
    around.audit.set(service);
  }

  void unbindAudit(AuditLog service) {
    around.audit.compareAndSet(service, AuditLog.NONE);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindCheck(HealthCheck check) {
    around.checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    around.checks.remove(check);
  }

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindSign(LifeSign sign) {
    around.signs.add(sign);
  }

  void unbindSign(LifeSign sign) {
    around.signs.remove(sign);
  }
}

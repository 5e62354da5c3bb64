package egov.kiosk.retention.component;

import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.AuditLog;
import egov.kiosk.domain.audit.AuditUnavailableException;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.fleet.ServiceLock;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.domain.retention.Holding;
import egov.kiosk.domain.retention.RetainedStore;
import egov.kiosk.domain.retention.RetentionDesk;
import egov.kiosk.domain.retention.RetentionRefusedException;
import egov.kiosk.retention.DailyRetention;
import egov.kiosk.retention.RetentionCheck;
import egov.kiosk.retention.RetentionSettings;
import egov.kiosk.retention.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;

/** The daily destruction as a service. */
@Component(
    configurationPid = "retention",
    immediate = true,
    service = {RetentionDesk.class, SettlementListener.class, HealthCheck.class})
@Designate(ocd = RetentionConfiguration.class)
public final class RetentionComponent
    implements RetentionDesk, SettlementListener, HealthCheck, Surroundings {
  private final List<RetainedStore> stores = new CopyOnWriteArrayList<>();
  private final AtomicReference<ServiceLock> desk = new AtomicReference<>();
  private final AuditLog audit;
  private final DailyRetention retention;
  private final RetentionCheck check;
  private final DailyThread thread;

  /**
   * Begins to look once a minute.
   *
   * @throws IOException when its directory cannot be used
   */
  @Activate
  public RetentionComponent(RetentionConfiguration configuration, @Reference AuditLog audit)
      throws IOException {
    this.audit = audit;
    retention = new DailyRetention(settings(configuration), this, System::nanoTime);
    check = new RetentionCheck(retention);
    thread = new DailyThread(retention::beat);
  }

  /** Takes new settings while it works; another directory takes a start. */
  @Modified
  void modified(RetentionConfiguration configuration) {
    retention.settings(settings(configuration));
  }

  @Deactivate
  void deactivate() {
    thread.close();
  }

  private static RetentionSettings settings(RetentionConfiguration configuration) {
    try {
      return new RetentionSettings(
          Path.of(configuration.directory()),
          configuration.hour(),
          ZoneId.of(configuration.zone()),
          Map.of(
              Holding.QUEUE_LABELS, configuration.settledDays(),
              Holding.PROGRESS, configuration.settledDays(),
              Holding.QUEUE_SET_ASIDE, configuration.setAsideDays(),
              Holding.ORDER_LINES, configuration.orderLineDays()));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("retention: zone is none, such as Asia/Shanghai", e);
    }
  }

  @Override
  public int days(Holding holding) {
    return retention.days(holding);
  }

  @Override
  public List<Outcome> look() throws RetentionRefusedException {
    return retention.look();
  }

  @Override
  public List<Outcome> run(AuditActor actor)
      throws RetentionRefusedException, AuditUnavailableException {
    return retention.run(actor);
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    retention.settled(receipt);
  }

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }

  @Override
  public List<RetainedStore> stores() {
    return List.copyOf(stores);
  }

  @Override
  public AuditLog audit() {
    return audit;
  }

  @Override
  public boolean serving() {
    ServiceLock open = desk.get();
    return open != null && open.serving();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindStore(RetainedStore store) {
    stores.add(store);
  }

  void unbindStore(RetainedStore store) {
    stores.remove(store);
  }

  @Reference(
      cardinality = ReferenceCardinality.OPTIONAL,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindDesk(ServiceLock service) {
    desk.set(service);
  }

  void unbindDesk(ServiceLock service) {
    desk.compareAndSet(service, null);
  }
}

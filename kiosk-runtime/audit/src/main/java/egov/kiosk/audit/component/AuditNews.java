package egov.kiosk.audit.component;

import egov.kiosk.audit.AuditTrail;
import egov.kiosk.domain.audit.AuditAction;
import egov.kiosk.domain.audit.AuditActor;
import egov.kiosk.domain.audit.RepeatedRefusals;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.SettlementListener;
import org.osgi.service.cm.ConfigurationEvent;
import org.osgi.service.cm.ConfigurationListener;
import org.osgi.service.component.annotations.Component;

/**
 * Hears for the log what others tell. A component of its own that needs nobody, so that services
 * that need each other can start.
 */
@Component(service = {AuditNews.class, SettlementListener.class, ConfigurationListener.class})
public final class AuditNews implements SettlementListener, ConfigurationListener {
  private final RepeatedRefusals refusals =
      new RepeatedRefusals(AuditActor.PLATFORM, AuditAction.RECEIPT_REFUSED, System::nanoTime);
  private AuditTrail trail;
  private ConfigurationWatch settings;

  /** From now on tells these; null for nobody. */
  synchronized void pass(AuditTrail told, ConfigurationWatch watch) {
    trail = told;
    settings = watch;
  }

  @Override
  public synchronized void settled(PlatformReceipt receipt) {
    if (trail != null) {
      trail.platformTime(receipt.issuedAt());
    }
  }

  @Override
  public synchronized void refused(String reason) {
    if (trail != null) {
      refusals.one(reason).ifPresent(trail::record);
    }
  }

  @Override
  public synchronized void configurationEvent(ConfigurationEvent event) {
    if (settings != null) {
      settings.changed();
    }
  }
}

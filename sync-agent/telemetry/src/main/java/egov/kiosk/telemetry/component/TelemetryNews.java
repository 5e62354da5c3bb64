package egov.kiosk.telemetry.component;

import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.outbox.ConnectivityListener;
import egov.kiosk.domain.outbox.SettlementListener;
import egov.kiosk.telemetry.Telemetry;
import org.osgi.service.component.annotations.Component;

/**
 * Hears for telemetry what the agent tells. A component of its own that needs nobody: telemetry
 * asks the agent's health check, and services that need each other cannot start.
 */
@Component(service = {TelemetryNews.class, SettlementListener.class, ConnectivityListener.class})
public final class TelemetryNews implements SettlementListener, ConnectivityListener {
  private Telemetry telemetry;
  private boolean online;

  /** From now on tells this one; null for nobody. */
  synchronized void pass(Telemetry told) {
    telemetry = told;
    if (told != null) {
      told.connectivityChanged(online);
    }
  }

  @Override
  public synchronized void settled(PlatformReceipt receipt) {
    if (telemetry != null) {
      telemetry.settled(receipt);
    }
  }

  @Override
  public synchronized void connectivityChanged(boolean now) {
    online = now;
    if (telemetry != null) {
      telemetry.connectivityChanged(now);
    }
  }
}

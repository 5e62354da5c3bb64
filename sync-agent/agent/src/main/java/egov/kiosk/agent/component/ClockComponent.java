package egov.kiosk.agent.component;

import egov.kiosk.agent.ClockCheck;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.health.HealthCheck;
import egov.kiosk.domain.outbox.SettlementListener;
import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Component;

/** Offers the clock's check, and lets it learn from receipts. */
@Component(service = {HealthCheck.class, SettlementListener.class})
public final class ClockComponent implements HealthCheck, SettlementListener {
  private final ClockCheck check = new ClockCheck(Clock.systemUTC());

  @Override
  public String name() {
    return check.name();
  }

  @Override
  public Finding check(Duration timeout) {
    return check.check(timeout);
  }

  @Override
  public void settled(PlatformReceipt receipt) {
    check.settled(receipt);
  }
}

package egov.kiosk.transfer.component;

import egov.kiosk.domain.envelope.EnvelopeSealer;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.Sm3Digest;
import egov.kiosk.domain.fleet.ParcelSealer;
import egov.kiosk.domain.fleet.ParcelVerifier;
import egov.kiosk.domain.outbox.Courier;
import egov.kiosk.domain.outbox.ExportLine;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.ParcelRefusedException;
import egov.kiosk.transfer.QueueCourier;
import java.time.Clock;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The courier as a service, as long as there are a queue and keys. */
@Component(service = Courier.class)
public final class CourierComponent implements Courier {
  private final QueueCourier courier;

  /** Puts it together; it does nothing until it is asked. */
  @Activate
  public CourierComponent(
      @Reference Outbox outbox,
      @Reference EnvelopeSealer self,
      @Reference ParcelSealer sealer,
      @Reference ParcelVerifier verifier,
      @Reference Sm3Digest sm3) {
    courier = new QueueCourier(outbox, self.kioskId(), sealer, verifier, sm3, Clock.systemUTC());
  }

  @Override
  public ExportLine export(String from) throws OutboxException, SealException {
    return courier.export(from);
  }

  @Override
  public String check(String from, String line) throws ParcelRefusedException {
    return courier.check(from, line);
  }

  @Override
  public boolean carry(String line) throws ParcelRefusedException, OutboxException {
    return courier.carry(line);
  }
}

package egov.kiosk.crypto.component;

import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Offers the checking of orders from the files that {@link CryptoComponent} has open. */
@Component(service = OrderVerifier.class)
public final class OrderVerifierComponent implements OrderVerifier {
  private final CryptoComponent crypto;

  /** Stands beside the component that has the files open. */
  @Activate
  public OrderVerifierComponent(@Reference CryptoComponent crypto) {
    this.crypto = crypto;
  }

  @Override
  public Order verify(byte[] message) throws ReceiptRefusedException {
    return crypto.verifyOrder(message);
  }
}

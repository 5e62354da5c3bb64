package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptRefusedException.Reason;
import egov.kiosk.domain.fleet.FleetCodec;
import egov.kiosk.domain.fleet.Order;
import egov.kiosk.domain.fleet.OrderVerifier;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Believes an order on the same terms as {@link Sm2ReceiptVerifier} believes a receipt. Whether it
 * is new is for whoever acts on it. Safe for use by several threads.
 */
public final class Sm2OrderVerifier implements OrderVerifier {
  private final String kioskId;
  private final PlatformSignature signature;
  private final FleetCodec codec;

  /**
   * @param kioskId the kiosk that orders must name
   * @param trust the authorities that may have issued the platform's certificate
   * @param platformName the common name the platform's signing certificate must have
   * @param codec reads the order
   * @param clock tells whether the certificate is valid
   */
  public Sm2OrderVerifier(
      String kioskId,
      TrustStore trust,
      String platformName,
      FleetCodec codec,
      InstantSource clock) {
    this.kioskId = Objects.requireNonNull(kioskId, "kioskId");
    this.codec = Objects.requireNonNull(codec, "codec");
    signature = new PlatformSignature(trust, platformName, clock);
  }

  @Override
  public Order verify(byte[] message) throws ReceiptRefusedException {
    if (message.length > OrderSigner.LARGEST) {
      throw new ReceiptRefusedException(
          Reason.MALFORMED, "an order has at most " + OrderSigner.LARGEST + " bytes");
    }
    Order order;
    try {
      order = codec.decodeOrder(signature.content(message));
    } catch (CryptoException e) {
      throw new ReceiptRefusedException(Reason.BAD_SIGNATURE, e.getMessage());
    } catch (MalformedMessageException e) {
      throw new ReceiptRefusedException(
          Reason.MALFORMED, "the platform signed something that is no order: " + e.getMessage());
    }
    if (!order.kioskId().equals(kioskId)) {
      throw new ReceiptRefusedException(
          Reason.OTHER_KIOSK, "the order is for another kiosk; check the broker's permissions");
    }
    return order;
  }
}

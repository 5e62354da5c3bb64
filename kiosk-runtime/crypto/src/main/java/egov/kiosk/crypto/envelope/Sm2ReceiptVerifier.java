package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.domain.envelope.MalformedMessageException;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import egov.kiosk.domain.envelope.ReceiptRefusedException;
import egov.kiosk.domain.envelope.ReceiptRefusedException.Reason;
import egov.kiosk.domain.envelope.ReceiptVerifier;
import java.time.InstantSource;
import java.util.Objects;

/**
 * Believes a receipt only when it is GB/T 35275 SignedData whose signer has a signing certificate
 * of the pinned name, issued under the configured anchor and valid now, and whose content is a
 * receipt for this kiosk. Safe for use by several threads.
 *
 * <p>Damaged, forged and foreign messages all get {@link Reason#BAD_SIGNATURE} with one text; only
 * what an authority of ours vouches for is told apart further.
 */
public final class Sm2ReceiptVerifier implements ReceiptVerifier {
  private final String kioskId;
  private final PlatformSignature signature;
  private final MessageCodec codec;

  /**
   * @param kioskId the kiosk that receipts must name
   * @param trust the authorities that may have issued the platform's certificate
   * @param platformName the common name the platform's signing certificate must have
   * @param codec reads the receipt
   * @param clock tells whether the certificate is valid
   */
  public Sm2ReceiptVerifier(
      String kioskId,
      TrustStore trust,
      String platformName,
      MessageCodec codec,
      InstantSource clock) {
    this.kioskId = Objects.requireNonNull(kioskId, "kioskId");
    this.codec = Objects.requireNonNull(codec, "codec");
    signature = new PlatformSignature(trust, platformName, clock);
  }

  @Override
  public PlatformReceipt verify(byte[] message) throws ReceiptRefusedException {
    PlatformReceipt receipt;
    try {
      receipt = codec.decodeReceipt(signature.content(message));
    } catch (CryptoException e) {
      throw new ReceiptRefusedException(Reason.BAD_SIGNATURE, e.getMessage());
    } catch (MalformedMessageException e) {
      throw new ReceiptRefusedException(
          Reason.MALFORMED, "the platform signed something that is no receipt: " + e.getMessage());
    }
    if (!receipt.kioskId().equals(kioskId)) {
      throw new ReceiptRefusedException(
          Reason.OTHER_KIOSK, "the receipt is for another kiosk; check the broker's permissions");
    }
    return receipt;
  }
}

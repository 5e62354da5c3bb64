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
import java.util.List;
import java.util.Objects;

/**
 * Believes a document of receipts only when it is GB/T 35275 SignedData whose signer has a signing
 * certificate of the pinned name, issued under the configured anchor and valid now, and whose
 * content is receipts for this kiosk, every one of them. Safe for use by several threads.
 *
 * <p>Damaged, forged and foreign messages all get {@link Reason#BAD_SIGNATURE} with one text; only
 * what an authority of ours vouches for is told apart further.
 */
public final class Sm2ReceiptVerifier implements ReceiptVerifier {
  /** Larger than any document of fifty receipts with its signature and certificate. */
  public static final int LARGEST = 32 * 1024;

  private final String kioskId;
  private final PlatformSignature signature;
  private final MessageCodec codec;

  /**
   * @param kioskId the kiosk that receipts must name
   * @param trust the authorities that may have issued the platform's certificate
   * @param platformName the common name the platform's signing certificate must have
   * @param codec reads the receipts
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
  public List<PlatformReceipt> verify(byte[] message) throws ReceiptRefusedException {
    if (message.length > LARGEST) {
      // The text of any other damage: a stranger learns nothing.
      throw new ReceiptRefusedException(
          Reason.BAD_SIGNATURE, CryptoException.messageRefused().getMessage());
    }
    List<PlatformReceipt> receipts;
    try {
      receipts = codec.decodeReceipts(signature.content(message));
    } catch (CryptoException e) {
      throw new ReceiptRefusedException(Reason.BAD_SIGNATURE, e.getMessage());
    } catch (MalformedMessageException e) {
      throw new ReceiptRefusedException(
          Reason.MALFORMED, "the platform signed something that is no receipt: " + e.getMessage());
    }
    for (PlatformReceipt receipt : receipts) {
      if (!receipt.kioskId().equals(kioskId)) {
        throw new ReceiptRefusedException(
            Reason.OTHER_KIOSK, "a receipt is for another kiosk; check the broker's permissions");
      }
    }
    return receipts;
  }
}

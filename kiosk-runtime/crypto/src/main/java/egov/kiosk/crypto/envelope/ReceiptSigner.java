package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.domain.envelope.MessageCodec;
import egov.kiosk.domain.envelope.PlatformReceipt;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The platform's side of receipts: signs them as GB/T 35275 SignedData. Safe for several threads.
 */
public final class ReceiptSigner {
  private final Supplier<SigningKey> keys;
  private final MessageCodec codec;

  /**
   * @param key the platform's signing key
   * @param codec turns receipts into the bytes to sign
   */
  public ReceiptSigner(SigningKey key, MessageCodec codec) {
    this(() -> key, codec);
    Objects.requireNonNull(key, "key");
  }

  /** As above with a key that may be renewed meanwhile: asked for anew at each signature. */
  public ReceiptSigner(Supplier<SigningKey> keys, MessageCodec codec) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.codec = Objects.requireNonNull(codec, "codec");
  }

  /**
   * Signs receipts together: one signature, whatever their number.
   *
   * @param receipts 1 to {@value MessageCodec#MOST_RECEIPTS}, all for one kiosk, no message twice
   * @return the message to send to that kiosk
   * @throws IllegalArgumentException when they are anything else
   * @throws CryptoException when the key cannot be used now
   */
  public byte[] sign(List<PlatformReceipt> receipts) throws CryptoException {
    return SignedMessage.sign(keys.get(), codec.encodeReceipts(receipts)).contentInfo();
  }
}

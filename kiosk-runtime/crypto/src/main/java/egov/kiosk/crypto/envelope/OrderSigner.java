package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.crypto.message.SignedMessage;
import egov.kiosk.domain.fleet.FleetCodec;
import egov.kiosk.domain.fleet.Order;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * The platform's side of orders: signs them as GB/T 35275 SignedData, as {@link ReceiptSigner} does
 * receipts. Safe for several threads.
 */
public final class OrderSigner {
  /** The largest order on the line, signature and certificate included. */
  public static final int LARGEST = 256 * 1024;

  private final Supplier<SigningKey> keys;
  private final FleetCodec codec;

  /**
   * @param key the platform's signing key
   * @param codec turns orders into the bytes to sign
   */
  public OrderSigner(SigningKey key, FleetCodec codec) {
    this(() -> key, codec);
    Objects.requireNonNull(key, "key");
  }

  /** As above with a key that may be renewed meanwhile: asked for anew at each signature. */
  public OrderSigner(Supplier<SigningKey> keys, FleetCodec codec) {
    this.keys = Objects.requireNonNull(keys, "keys");
    this.codec = Objects.requireNonNull(codec, "codec");
  }

  /**
   * Signs an order.
   *
   * @return the message to send
   * @throws CryptoException when the key cannot be used now, or {@link
   *     CryptoFault#MESSAGE_TOO_LARGE}
   */
  public byte[] sign(Order order) throws CryptoException {
    byte[] message = SignedMessage.sign(keys.get(), codec.encode(order)).contentInfo();
    if (message.length > LARGEST) {
      throw new CryptoException(
          CryptoFault.MESSAGE_TOO_LARGE,
          message.length + " bytes, at most " + LARGEST + "; shorten the order");
    }
    return message;
  }
}

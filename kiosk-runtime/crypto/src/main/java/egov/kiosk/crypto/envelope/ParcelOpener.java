package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.message.EnvelopedMessage;
import egov.kiosk.domain.fleet.Parcel;
import java.util.Objects;

/** The platform's side of parcels: decrypts them. Safe for several threads. */
public final class ParcelOpener {
  private final IssuedKey encryption;

  /**
   * @param encryption the platform's encryption key and certificate
   */
  public ParcelOpener(IssuedKey encryption) {
    this.encryption = Objects.requireNonNull(encryption, "encryption");
  }

  /**
   * Opens a parcel that was verified.
   *
   * @return the plain bytes it was made of
   * @throws CryptoException {@link CryptoFault#MESSAGE_REFUSED} when it is for somebody else
   */
  public byte[] open(Parcel parcel) throws CryptoException {
    return EnvelopedMessage.openData(encryption.certificate(), encryption.key(), parcel.envelope());
  }
}

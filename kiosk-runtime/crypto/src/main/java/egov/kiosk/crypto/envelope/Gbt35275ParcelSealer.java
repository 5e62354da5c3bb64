package egov.kiosk.crypto.envelope;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.SigningKey;
import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.fleet.ParcelSealer;
import java.security.SecureRandom;
import java.time.InstantSource;

/**
 * Makes parcels: GB/T 35275 SignedData by this kiosk over the header and an EnvelopedData for the
 * platform, so that every kiosk can check a parcel and only the platform can open it. Safe for use
 * by several threads.
 */
public final class Gbt35275ParcelSealer implements ParcelSealer {
  private final Sealing sealing;

  /**
   * @param key this kiosk's signing key
   * @param platform the platform's encryption certificate, checked by the caller
   * @param clock tells whether the certificates are valid
   * @param random the system's generator
   */
  public Gbt35275ParcelSealer(
      SigningKey key, Sm2Certificate platform, InstantSource clock, SecureRandom random) {
    sealing = new Sealing(key, platform, clock, random);
  }

  @Override
  public byte[] sealParcel(byte[] header, byte[] plain) throws SealException {
    if (header.length + plain.length > LARGEST) {
      throw new IllegalArgumentException("a parcel holds at most " + LARGEST + " bytes");
    }
    try {
      sealing.checkDates();
      return sealing.sign(ParcelContent.write(header, sealing.encrypt(plain)));
    } catch (CryptoException e) {
      throw new SealException("cannot seal a parcel: " + e.getMessage(), e);
    }
  }
}

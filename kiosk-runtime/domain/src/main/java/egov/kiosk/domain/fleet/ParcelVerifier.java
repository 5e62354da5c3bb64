package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.ReceiptRefusedException;

/** Checks a part of an exported queue without opening it. Safe for use by several threads. */
public interface ParcelVerifier {
  /**
   * Verifies a part.
   *
   * @param parcel exactly what {@link ParcelSealer} made on any kiosk of the same authorities
   * @throws ReceiptRefusedException when one byte of it is not
   */
  Parcel verifyParcel(byte[] parcel) throws ReceiptRefusedException;
}

package egov.kiosk.transfer;

import egov.kiosk.domain.fleet.Parcel;
import egov.kiosk.domain.outbox.ParcelRefusedException;

/** The platform's key to parcels. Safe for use by several threads. */
@FunctionalInterface
public interface ParcelKey {
  /**
   * Opens a parcel of a verified signature.
   *
   * @return the plain bytes it was made of
   * @throws ParcelRefusedException when it is for somebody else
   */
  byte[] open(Parcel parcel) throws ParcelRefusedException;
}

package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.SealException;

/**
 * Makes the parts of an exported queue: signed by this kiosk, and readable by the platform but for
 * the header (GB/T 35275). Safe for use by several threads.
 */
public interface ParcelSealer {
  /** The most bytes header and content may have together, so that a parcel fits one message. */
  int LARGEST = 60 * 1024;

  /**
   * Seals a part.
   *
   * @param header signed, but not encrypted; holds no personal data
   * @param plain signed and encrypted for the platform
   * @throws IllegalArgumentException when both together have more than {@link #LARGEST} bytes
   */
  byte[] sealParcel(byte[] header, byte[] plain) throws SealException;
}

package egov.kiosk.socialcardreader.card;

import egov.kiosk.domain.device.DeviceException;

/** One inserted card that takes commands (ISO 7816-4 APDU). One thread. */
public interface ApduChannel {
  /**
   * Sends one command and takes what comes back, whatever it is: nothing is followed or repeated
   * here.
   *
   * @param command header, data and length, as it goes over the wire
   * @return the card's answer; of any length, also none
   * @throws DeviceException when the card is gone, the reader is gone, or the answer cannot be had
   */
  byte[] transmit(byte[] command) throws DeviceException;
}

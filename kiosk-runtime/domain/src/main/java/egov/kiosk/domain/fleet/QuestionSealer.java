package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.SealException;

/** Seals questions as statements are sealed (GB/T 35275). Safe for use by several threads. */
public interface QuestionSealer {
  /** The device id in the signing certificate. */
  String kioskId();

  /**
   * Signs with the kiosk's key and encrypts for the platform.
   *
   * @return the message to send, at most 64 KiB
   */
  byte[] seal(Question question) throws SealException;
}

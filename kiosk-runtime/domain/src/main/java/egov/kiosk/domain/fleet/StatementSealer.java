package egov.kiosk.domain.fleet;

import egov.kiosk.domain.envelope.SealException;
import egov.kiosk.domain.envelope.SignedEnvelope;

/**
 * Seals what a kiosk says for itself, as transactions are sealed (GB/T 35275). Safe for use by
 * several threads.
 */
public interface StatementSealer {
  /** The device id in the signing certificate. */
  String kioskId();

  /** Signs with the kiosk's key and encrypts for the platform. */
  SignedEnvelope seal(Statement statement) throws SealException;
}

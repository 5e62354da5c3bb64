package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import java.util.Optional;

/**
 * A device whose PIN was accepted.
 *
 * @param token the open device
 * @param signing the certificate of its signing key
 * @param encrypting the certificate of its encryption key, if it has one
 */
record Station(Token token, Sm2Certificate signing, Optional<Sm2Certificate> encrypting) {
  Sm2Certificate encryption(String device) throws CryptoException {
    return encrypting.orElseThrow(() -> TokenFault.noKey(device, "encryption certificate"));
  }
}

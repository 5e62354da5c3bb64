package egov.kiosk.crypto.certificate;

import egov.kiosk.crypto.sm.Sm2PrivateKey;
import java.util.Objects;

/** A new private key and the certificate over its public half. */
public record IssuedKey(Sm2PrivateKey key, Sm2Certificate certificate) {
  public IssuedKey {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(certificate, "certificate");
  }

  @Override
  public String toString() {
    return "IssuedKey[" + certificate + "]";
  }
}

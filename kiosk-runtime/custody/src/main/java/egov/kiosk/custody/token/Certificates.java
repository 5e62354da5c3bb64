package egov.kiosk.custody.token;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where the certificates are: in the device, or in files for devices that keep none.
 *
 * @param files PEM files that go before what the device has
 */
public record Certificates(Map<KeyUse, Path> files) {
  public Certificates {
    files = Map.copyOf(Objects.requireNonNull(files, "files"));
  }

  /**
   * The certificate for a use, found to be of the device's key where the device shows it.
   *
   * @return empty when neither device nor files have one
   */
  Optional<Sm2Certificate> find(Token token, KeyUse use, String device) throws CryptoException {
    Optional<Sm2Certificate> found;
    if (files.containsKey(use)) {
      found = Optional.of(PemFiles.readCertificate(files.get(use)));
    } else {
      Optional<byte[]> der = token.certificate(use);
      found = der.isPresent() ? Optional.of(Sm2Certificate.parse(der.get())) : Optional.empty();
    }
    if (found.isPresent()) {
      check(found.get(), token, use, device);
    }
    return found;
  }

  private static void check(Sm2Certificate certificate, Token token, KeyUse use, String device)
      throws CryptoException {
    CertificateUse needed = use == KeyUse.SIGN ? CertificateUse.SIGN : CertificateUse.ENCRYPT;
    if (!certificate.allows(needed)) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_USE_WRONG,
          "the certificate of "
              + device
              + " is not for this use; signing and encryption certificate may be swapped");
    }
    Optional<byte[]> point = token.publicKey(use);
    if (point.isPresent() && !Sm2PublicKey.of(point.get()).equals(certificate.publicKey())) {
      throw new CryptoException(
          CryptoFault.KEY_NOT_OF_CERTIFICATE,
          "the key in " + device + " is not the one in its certificate; enrol again");
    }
  }
}

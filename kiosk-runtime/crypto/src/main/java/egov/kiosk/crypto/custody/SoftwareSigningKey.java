package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.IssuedKey;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A signing key in this process's memory. For laboratories: whoever is root, or has the disk, can
 * copy it, and an assessment by GB/T 39786 level 3 does not accept it.
 */
public final class SoftwareSigningKey implements SigningKey {
  private static final Logger LOG = LoggerFactory.getLogger(SoftwareSigningKey.class);

  private final Sm2Certificate certificate;
  private final Sm2PrivateKey key;
  private final SecureRandom random;
  private final Sm2Signing signing;

  private SoftwareSigningKey(IssuedKey issued, SecureRandom random) {
    certificate = issued.certificate();
    key = issued.key();
    this.random = random;
    signing = new Sm2Signing(key, random);
  }

  /**
   * Takes a key and its certificate.
   *
   * @throws CryptoException {@link CryptoFault#KEY_NOT_OF_CERTIFICATE}, or {@link
   *     CryptoFault#CERTIFICATE_USE_WRONG} when the certificate is not for signing
   */
  public static SoftwareSigningKey of(IssuedKey issued, SecureRandom random)
      throws CryptoException {
    if (!issued.key().publicKey().equals(issued.certificate().publicKey())) {
      throw new CryptoException(
          CryptoFault.KEY_NOT_OF_CERTIFICATE,
          "the private key is not the one in the certificate; put the files that belong together");
    }
    if (!issued.certificate().allows(CertificateUse.SIGN)) {
      throw new CryptoException(
          CryptoFault.CERTIFICATE_USE_WRONG,
          "the certificate is not for signing; use the signing certificate, not the encryption one");
    }
    return new SoftwareSigningKey(issued, random);
  }

  /**
   * Reads key and certificate from PEM files and says once, in the log, that this is a laboratory.
   *
   * @param keyFile PKCS#8, mode 0600, owned by this process's user
   * @param certificateFile the signing certificate
   * @throws CryptoException as {@link PemFiles} and {@link #of}
   */
  public static SoftwareSigningKey open(Path keyFile, Path certificateFile, SecureRandom random)
      throws CryptoException {
    Sm2PrivateKey key = PemFiles.readKey(keyFile);
    SoftwareSigningKey opened =
        of(new IssuedKey(key, PemFiles.readCertificate(certificateFile)), random);
    LOG.warn(
        "The signing key {} is a software key: for laboratories only, a site needs a key in hardware",
        keyFile);
    return opened;
  }

  @Override
  public Sm2Certificate certificate() {
    return certificate;
  }

  @Override
  public byte[] sign(byte[] message) {
    return signing.sign(message);
  }

  @Override
  public byte[] sign(byte[] message, byte[] userId) {
    return new Sm2Signing(key, random, userId).sign(message);
  }
}

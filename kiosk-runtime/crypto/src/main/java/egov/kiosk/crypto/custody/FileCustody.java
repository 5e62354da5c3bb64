package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.IssuedKey;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keys in files, and while the process runs in its memory. For laboratories: whoever is root can
 * copy them, and an assessment by GB/T 39786 level 3 does not accept them. It says so at each
 * start.
 */
public final class FileCustody implements KeyCustody {
  private static final Logger LOG = LoggerFactory.getLogger(FileCustody.class);

  private final KeyDescription description;
  private final SoftwareSigningKey signing;
  private final Optional<SoftwareOpeningKey> opening;

  private FileCustody(
      KeyDescription description,
      SoftwareSigningKey signing,
      Optional<SoftwareOpeningKey> opening) {
    this.description = description;
    this.signing = signing;
    this.opening = opening;
  }

  /**
   * Reads the files, and wraps key files that are still open when a passphrase is configured.
   *
   * @throws CryptoException when a file is missing, too open, damaged, wrapped otherwise, or does
   *     not belong to its certificate
   */
  public static FileCustody open(KeyFiles files, SecureRandom random) throws CryptoException {
    SoftwareSigningKey signing =
        SoftwareSigningKey.of(issued(files.signing(), files, random), random);
    Optional<SoftwareOpeningKey> opening = Optional.empty();
    if (files.encryption().isPresent()) {
      opening =
          Optional.of(
              SoftwareOpeningKey.of(issued(files.encryption().orElseThrow(), files, random)));
    }
    LOG.warn(
        "The signing key {} is a software key: for laboratories only, a site needs a key in"
            + " hardware",
        files.signing().key());
    return new FileCustody(
        new KeyDescription(CustodyKind.FILE, files.signing().key().toString()), signing, opening);
  }

  private static IssuedKey issued(KeyFiles.Pair pair, KeyFiles files, SecureRandom random)
      throws CryptoException {
    return new IssuedKey(
        new KeyFile(pair.key(), files.passphrase()).read(random),
        PemFiles.readCertificate(pair.certificate()));
  }

  @Override
  public KeyDescription description() {
    return description;
  }

  @Override
  public SigningKey signing() {
    return signing;
  }

  @Override
  public OpeningKey opening() throws CryptoException {
    return opening.orElseThrow(
        () ->
            new CryptoException(
                CryptoFault.KEY_ABSENT, "no encryption key file is configured; name one"));
  }

  @Override
  public CustodyReport report(Duration timeout) {
    return CustodyReport.READY;
  }

  /** Nothing to let go of: the JVM cannot promise to erase a key. */
  @Override
  public void close() {
    // See above.
  }
}

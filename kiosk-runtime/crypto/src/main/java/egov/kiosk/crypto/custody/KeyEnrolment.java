package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificatePair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A custody that is given a new identity. Private keys are made where they will stay and do not
 * leave; both steps may be cut off at any point and done again. For one thread.
 */
public interface KeyEnrolment extends AutoCloseable {
  /**
   * A file to be put in its place.
   *
   * @param content whole
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Placement(Path place, byte[] content) {}

  /** What this is. */
  KeyDescription description();

  /**
   * The keys that wait for certificates. Made now when there are none; those of an attempt that was
   * cut off are taken up again. Keys in use are never touched.
   *
   * @throws CryptoException {@link CryptoFault#KEY_PRESENT} when this custody has room for one
   *     identity and holds one, or why keys cannot be made now
   */
  FreshKeys prepare() throws CryptoException, IOException;

  /**
   * Takes the certificates.
   *
   * @param wrapped the encryption key, when {@link FreshKeys#encryption} was empty
   * @return the files that still have to be put in their places, all of them or none
   * @throws CryptoException {@link CryptoFault#KEY_NOT_OF_CERTIFICATE} when they are of other keys
   */
  List<Placement> accept(CertificatePair certificates, Optional<EnvelopedKey> wrapped)
      throws CryptoException, IOException;

  /** Lets go of the device; safe to call twice. */
  @Override
  void close();
}

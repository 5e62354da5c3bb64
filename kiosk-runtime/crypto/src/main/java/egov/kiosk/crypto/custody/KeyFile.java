package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private key in a PEM file, wrapped ({@code ENCRYPTED PRIVATE KEY}, see {@link WrappedKey}) or,
 * for a demonstration, open ({@code PRIVATE KEY}). When a passphrase is configured and the file is
 * still open, it is wrapped in its place: the new file is read back before it takes the old one's.
 */
final class KeyFile {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFile.class);
  private static final String WRAPPED = "ENCRYPTED PRIVATE KEY";
  private static final int LARGEST = 64 * 1024;

  private final Path file;
  private final Optional<Passphrase> passphrase;

  KeyFile(Path file, Optional<Passphrase> passphrase) {
    this.file = file;
    this.passphrase = passphrase;
  }

  /** A key as it lies in a file: wrapped when there is a passphrase. */
  static String text(Sm2PrivateKey key, Optional<Passphrase> under, SecureRandom random)
      throws CryptoException {
    return under.isEmpty()
        ? PemFiles.text(key)
        : Pem.encode(WRAPPED, WrappedKey.encode(key, under.get(), WrappedKey.ITERATIONS, random));
  }

  /** The key, and what was said about it in the log once. */
  Sm2PrivateKey read(SecureRandom random) throws CryptoException {
    List<byte[]> blocks = wrappedBlocks();
    if (!blocks.isEmpty()) {
      return unwrap(blocks);
    }
    Sm2PrivateKey open = PemFiles.readKey(file);
    if (passphrase.isPresent()) {
      wrap(open, passphrase.get(), random);
    } else {
      LOG.warn("The key file {} is not even wrapped: for demonstrations only", file);
    }
    return open;
  }

  private List<byte[]> wrappedBlocks() throws CryptoException {
    byte[] content = PrivateFile.read(file, LARGEST);
    try {
      return Pem.decode(WRAPPED, content);
    } catch (IllegalArgumentException e) {
      throw malformed();
    } finally {
      Arrays.fill(content, (byte) 0);
    }
  }

  private Sm2PrivateKey unwrap(List<byte[]> blocks) throws CryptoException {
    if (blocks.size() != 1) {
      throw malformed();
    }
    if (passphrase.isEmpty()) {
      throw new CryptoException(
          CryptoFault.PASSPHRASE_REFUSED,
          file + " is wrapped and no passphrase file is configured; name it in the configuration");
    }
    try {
      return WrappedKey.decode(blocks.get(0), passphrase.get());
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private void wrap(Sm2PrivateKey key, Passphrase under, SecureRandom random)
      throws CryptoException {
    byte[] der = WrappedKey.encode(key, under, WrappedKey.ITERATIONS, random);
    if (!WrappedKey.decode(der, under).publicKey().equals(key.publicKey())) {
      throw new IllegalStateException("a wrapped key does not open again");
    }
    try {
      PrivateFile.replace(file, Pem.encode(WRAPPED, der).getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new CryptoException(
          CryptoFault.FILE_UNREADABLE,
          "cannot put the wrapped key in the place of "
              + file
              + "; let this process's user write its directory, or wrap it elsewhere");
    }
    LOG.warn(
        "The key file {} was open and is wrapped now; what it held may still be on the disk, so"
            + " issue a new key if the disk ever leaves the house",
        file);
  }

  private CryptoException malformed() {
    return new CryptoException(
        CryptoFault.FILE_MALFORMED,
        file
            + " should hold one SM2 key, wrapped by this runtime; it is damaged or another file: put"
            + " the right one or issue a new key");
  }
}

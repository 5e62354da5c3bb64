package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificatePair;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm2Encryption;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import egov.kiosk.crypto.sm.Sm2PublicKey;
import egov.kiosk.crypto.sm.Sm2Signing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * New keys for a {@link FileCustody}, kept aside until they are in use: wrapped under the
 * configured passphrase, or open for a demonstration.
 */
public final class FileEnrolment implements KeyEnrolment {
  private static final int LARGEST = 64 * 1024;

  private final KeyFiles files;
  private final Path aside;
  private final SecureRandom random;

  /**
   * @param files where the identity is in use; the encryption key's files are named, too
   * @param aside an owner-only directory of its own, for keys that wait
   * @param random the system's generator
   */
  public FileEnrolment(KeyFiles files, Path aside, SecureRandom random) {
    this.files = files;
    this.aside = Objects.requireNonNull(aside, "aside");
    this.random = Objects.requireNonNull(random, "random");
    if (files.encryption().isEmpty()) {
      throw new IllegalArgumentException(
          "an identity has two keys: name the encryption key's files");
    }
  }

  @Override
  public KeyDescription description() {
    return new KeyDescription(CustodyKind.FILE, files.signing().key().toString());
  }

  @Override
  public FreshKeys prepare() throws CryptoException, IOException {
    Sm2PrivateKey signing = key("signing.key");
    Sm2PrivateKey encryption = key("encryption.key");
    Sm2Signing signer = new Sm2Signing(signing, random);
    return new FreshKeys() {
      @Override
      public Sm2PublicKey signing() {
        return signing.publicKey();
      }

      @Override
      public Optional<Sm2PublicKey> encryption() {
        return Optional.of(encryption.publicKey());
      }

      @Override
      public byte[] sign(byte[] message) {
        return signer.sign(message);
      }

      @Override
      public byte[] open(byte[] ciphertext) throws CryptoException {
        return Sm2Encryption.decrypt(encryption, ciphertext);
      }
    };
  }

  private Sm2PrivateKey key(String name) throws CryptoException, IOException {
    Path file = aside.resolve(name);
    if (!Files.exists(file)) {
      PrivateFile.replace(
          file,
          KeyFile.text(Sm2PrivateKey.generate(random), files.passphrase(), random)
              .getBytes(StandardCharsets.US_ASCII));
    }
    return new KeyFile(file, files.passphrase()).read(random);
  }

  @Override
  public List<Placement> accept(CertificatePair certificates, Optional<EnvelopedKey> wrapped)
      throws CryptoException, IOException {
    List<Placement> places = new ArrayList<>();
    add(places, "signing.key", files.signing(), certificates.signing());
    add(places, "encryption.key", files.encryption().orElseThrow(), certificates.encryption());
    return places;
  }

  private void add(
      List<Placement> places, String name, KeyFiles.Pair pair, Sm2Certificate certificate)
      throws CryptoException {
    Path waiting = aside.resolve(name);
    Sm2PrivateKey key = new KeyFile(waiting, files.passphrase()).read(random);
    if (!key.publicKey().equals(certificate.publicKey())) {
      throw new CryptoException(
          CryptoFault.KEY_NOT_OF_CERTIFICATE,
          "the certificate is of another key than the one that was made here; enrol again");
    }
    places.add(new Placement(pair.key(), PrivateFile.read(waiting, LARGEST)));
    places.add(
        new Placement(
            pair.certificate(),
            PemFiles.text(List.of(certificate)).getBytes(StandardCharsets.US_ASCII)));
  }

  /** Nothing to let go of. */
  @Override
  public void close() {
    // See above.
  }
}

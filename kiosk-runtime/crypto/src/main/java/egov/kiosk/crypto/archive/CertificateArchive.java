package egov.kiosk.crypto.archive;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.CertificateUse;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.certificate.TrustStore;
import egov.kiosk.crypto.custody.PemFiles;
import egov.kiosk.crypto.sm.Sm3;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every certificate this machine ever believed, one PEM file each, named by its SM3. An authority
 * that left the trust file still vouches for what was signed in its time. Certificates are public:
 * the folder needs no secrecy, only safety from loss. Safe for use by several threads.
 */
public final class CertificateArchive {
  private static final String SUFFIX = ".pem";

  private final Path folder;

  /**
   * @param folder made when the first certificate is kept
   */
  public CertificateArchive(Path folder) {
    this.folder = folder;
  }

  /**
   * Keeps certificates; those that are kept already cost a look.
   *
   * @throws IOException when the folder cannot be written
   */
  public void keep(List<Sm2Certificate> certificates) throws IOException {
    Files.createDirectories(folder);
    for (Sm2Certificate certificate : certificates) {
      Path file = file(certificate);
      if (!Files.exists(file)) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        PemFiles.writeCertificates(fresh, List.of(certificate));
        Files.move(
            fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /**
   * Every kept certificate. A file that does not hold the certificate its name says is passed over.
   *
   * @throws CryptoException {@link CryptoFault#FILE_UNREADABLE} when the folder cannot be read
   */
  public List<Sm2Certificate> all() throws CryptoException {
    List<Sm2Certificate> certificates = new ArrayList<>();
    for (Path file : files()) {
      try {
        Sm2Certificate certificate = PemFiles.readCertificate(file);
        if (file(certificate).equals(file)) {
          certificates.add(certificate);
        }
      } catch (CryptoException damaged) {
        // What it said is lost; what the others say still holds.
      }
    }
    return certificates;
  }

  /**
   * The authorities of all times, for {@link TrustStore#checkThen}. Not for what comes in today: an
   * authority may have left the trust file for a reason.
   *
   * @throws CryptoException as {@link #all}, or when no anchor is kept
   */
  public TrustStore authoritiesOfAllTimes() throws CryptoException {
    return TrustStore.of(
        all().stream().filter(certificate -> certificate.allows(CertificateUse.ISSUE)).toList());
  }

  private List<Path> files() throws CryptoException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      throw new CryptoException(
          CryptoFault.FILE_UNREADABLE, "cannot read " + folder + "; let this process's user do so");
    }
  }

  private Path file(Sm2Certificate certificate) {
    return folder.resolve(HexFormat.of().formatHex(Sm3.digest(certificate.encoded())) + SUFFIX);
  }
}

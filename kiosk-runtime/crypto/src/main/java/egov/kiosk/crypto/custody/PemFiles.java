package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.certificate.RevocationList;
import egov.kiosk.crypto.certificate.Sm2Certificate;
import egov.kiosk.crypto.sm.Sm2PrivateKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Keys and certificates in PEM files, as OpenSSL 3 writes and reads them: {@code PRIVATE KEY}
 * (PKCS#8, not encrypted) and {@code CERTIFICATE}. A key file belongs to the user this process runs
 * as and nobody else may read or write it; anything else is refused.
 */
public final class PemFiles {
  private static final String KEY = "PRIVATE KEY";
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final String REVOCATION_LIST = "X509 CRL";
  private static final int LARGEST = 256 * 1024;
  private static final int LARGEST_LISTS = 4 * RevocationList.LARGEST;
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private PemFiles() {}

  /**
   * Reads the one private key of a file.
   *
   * @throws CryptoException {@link CryptoFault#FILE_UNREADABLE}, {@link CryptoFault#FILE_TOO_OPEN},
   *     {@link CryptoFault#FILE_MALFORMED} or {@link CryptoFault#KEY_INVALID}
   */
  public static Sm2PrivateKey readKey(Path file) throws CryptoException {
    PrivateFile.checkOwnerOnly(file);
    try {
      List<byte[]> blocks = Pem.decode(KEY, read(file));
      if (blocks.size() == 1) {
        return Pkcs8.decode(blocks.get(0));
      }
    } catch (IllegalArgumentException e) {
      // Without the cause: its text could quote the file.
      throw malformed(file, "one unencrypted SM2 key in PKCS#8");
    }
    throw malformed(file, "one unencrypted SM2 key in PKCS#8");
  }

  /** Reads the one certificate of a file; faults as {@link #readCertificates}. */
  public static Sm2Certificate readCertificate(Path file) throws CryptoException {
    List<Sm2Certificate> certificates = readCertificates(file);
    if (certificates.size() != 1) {
      throw malformed(file, "exactly one certificate");
    }
    return certificates.get(0);
  }

  /**
   * Reads the certificates of a file, at least one.
   *
   * @throws CryptoException {@link CryptoFault#FILE_UNREADABLE}, {@link CryptoFault#FILE_MALFORMED}
   *     or {@link CryptoFault#CERTIFICATE_MALFORMED}
   */
  public static List<Sm2Certificate> readCertificates(Path file) throws CryptoException {
    List<Sm2Certificate> certificates = new ArrayList<>();
    try {
      for (byte[] block : Pem.decode(CERTIFICATE, read(file))) {
        certificates.add(Sm2Certificate.parse(block));
      }
    } catch (IllegalArgumentException e) {
      throw malformed(file, "certificates in PEM");
    }
    if (certificates.isEmpty()) {
      throw malformed(file, "a certificate in PEM");
    }
    return certificates;
  }

  /**
   * Reads the revocation lists of a file, at least one.
   *
   * @throws CryptoException {@link CryptoFault#FILE_UNREADABLE}, {@link CryptoFault#FILE_MALFORMED}
   *     or {@link CryptoFault#REVOCATION_LIST_MALFORMED}
   */
  public static List<RevocationList> readRevocationLists(Path file) throws CryptoException {
    List<RevocationList> lists = new ArrayList<>();
    try {
      for (byte[] block : Pem.decode(REVOCATION_LIST, read(file, LARGEST_LISTS))) {
        lists.add(RevocationList.parse(block));
      }
    } catch (IllegalArgumentException e) {
      throw malformed(file, "revocation lists in PEM");
    }
    if (lists.isEmpty()) {
      throw malformed(file, "a revocation list in PEM");
    }
    return lists;
  }

  /** Writes revocation lists, replacing the file. */
  public static void writeRevocationLists(Path file, List<RevocationList> lists)
      throws IOException {
    Files.writeString(file, listsText(lists), StandardCharsets.US_ASCII);
  }

  /** Creates a key file of mode 0600; a file that is there already is left alone and refused. */
  public static void writeKey(Path file, Sm2PrivateKey key) throws IOException {
    byte[] text = text(key).getBytes(StandardCharsets.US_ASCII);
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(OWNER_ONLY))) {
      ByteBuffer remaining = ByteBuffer.wrap(text);
      while (remaining.hasRemaining()) {
        channel.write(remaining);
      }
    }
  }

  /** Writes certificates, replacing the file. */
  public static void writeCertificates(Path file, List<Sm2Certificate> certificates)
      throws IOException {
    Files.writeString(file, text(certificates), StandardCharsets.US_ASCII);
  }

  /** Certificates as such a file holds them. */
  public static String text(List<Sm2Certificate> certificates) {
    StringBuilder text = new StringBuilder();
    certificates.forEach(one -> text.append(Pem.encode(CERTIFICATE, one.encoded())));
    return text.toString();
  }

  /** Revocation lists as such a file holds them. */
  public static String listsText(List<RevocationList> lists) {
    StringBuilder text = new StringBuilder();
    lists.forEach(one -> text.append(Pem.encode(REVOCATION_LIST, one.encoded())));
    return text.toString();
  }

  static String text(Sm2PrivateKey key) {
    return Pem.encode(KEY, Pkcs8.encode(key));
  }

  private static byte[] read(Path file) throws CryptoException {
    return read(file, LARGEST);
  }

  private static byte[] read(Path file, int largest) throws CryptoException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (channel.size() > largest) {
        throw malformed(file, "keys, certificates or lists of at most " + largest + " bytes");
      }
      return Channels.newInputStream(channel).readNBytes(largest);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  private static CryptoException unreadable(Path file) {
    return new CryptoException(
        CryptoFault.FILE_UNREADABLE,
        "cannot read " + file + "; check that it is there and that this process may read it");
  }

  private static CryptoException malformed(Path file, String expected) {
    return new CryptoException(
        CryptoFault.FILE_MALFORMED, file + " should hold " + expected + "; put the right file");
  }
}

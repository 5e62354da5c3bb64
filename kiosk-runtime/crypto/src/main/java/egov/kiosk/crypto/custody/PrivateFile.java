package egov.kiosk.crypto.custody;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * Files that only this process's user may read or write: keys, passphrases, PINs. Written whole or
 * not at all, mode 0600. A file that others could read is refused, because then the secret in it
 * may be known already.
 */
public final class PrivateFile {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rw-------");

  private static final Set<PosixFilePermission> LENT = PosixFilePermissions.fromString("r--r-----");

  /** A passphrase or PIN with its line end. */
  private static final int LONGEST_WORD = 1024;

  private PrivateFile() {}

  /**
   * Reads a file of one secret word, e.g. a PIN: everything up to the first line end.
   *
   * @return 1 to 1024 bytes; the caller clears them
   * @throws CryptoException {@link CryptoFault#FILE_UNREADABLE}, {@link CryptoFault#FILE_TOO_OPEN},
   *     or {@link CryptoFault#FILE_MALFORMED} when there is nothing or too much in it
   */
  public static byte[] readWord(Path file) throws CryptoException {
    byte[] content = read(file, LONGEST_WORD);
    int end = 0;
    while (end < content.length && content[end] != '\n' && content[end] != '\r') {
      end++;
    }
    byte[] word = Arrays.copyOf(content, end);
    Arrays.fill(content, (byte) 0);
    if (word.length == 0) {
      throw new CryptoException(
          CryptoFault.FILE_MALFORMED, file + " is empty; a technician writes the secret into it");
    }
    return word;
  }

  /** Reads a file that only its owner may read; faults as {@link #readWord}. */
  static byte[] read(Path file, int largest) throws CryptoException {
    checkOwnerOnly(file);
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      if (channel.size() > largest) {
        throw new CryptoException(
            CryptoFault.FILE_MALFORMED,
            file + " has more than " + largest + " bytes; put the right file");
      }
      return read(channel, largest);
    } catch (IOException e) {
      throw unreadable(file);
    }
  }

  /** Through memory of our own that is cleared: the channel's own buffers would keep the secret. */
  private static byte[] read(SeekableByteChannel channel, int largest) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(largest);
    try {
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // On to the end of the file.
      }
      byte[] content = new byte[buffer.flip().remaining()];
      buffer.get(content);
      return content;
    } finally {
      buffer.clear().put(new byte[largest]);
    }
  }

  static void checkOwnerOnly(Path file) throws CryptoException {
    PosixFileAttributes attributes;
    boolean ours;
    try {
      attributes = Files.readAttributes(file, PosixFileAttributes.class);
      ours =
          attributes
              .owner()
              .equals(
                  file.getFileSystem()
                      .getUserPrincipalLookupService()
                      .lookupPrincipalByName(System.getProperty("user.name")));
    } catch (IOException e) {
      throw unreadable(file);
    }
    Set<PosixFilePermission> others = EnumSet.copyOf(attributes.permissions());
    others.removeAll(OWNER_ONLY);
    if ((!ours || !others.isEmpty()) && !isCredential(file, attributes)) {
      throw new CryptoException(
          CryptoFault.FILE_TOO_OPEN,
          "key file "
              + file
              + " is open to others ("
              + PosixFilePermissions.toString(attributes.permissions())
              + "); make this process's user its owner and run chmod 600 on it");
    }
  }

  /**
   * The service manager lends credentials that root owns and that an access list, which shows as
   * the group's right to read, opens to this process's user (systemd.exec, LoadCredential).
   */
  private static boolean isCredential(Path file, PosixFileAttributes attributes) {
    String lent = System.getenv("CREDENTIALS_DIRECTORY");
    return lent != null
        && file.toAbsolutePath().normalize().startsWith(lent)
        && attributes.owner().getName().equals("root")
        && LENT.containsAll(attributes.permissions());
  }

  /** Puts a file of mode 0600 there, whole or not at all, and onto the disk. */
  public static void replace(Path file, byte[] content) throws IOException {
    new WholeFile(file, content.length).write(content);
  }

  private static CryptoException unreadable(Path file) {
    return new CryptoException(
        CryptoFault.FILE_UNREADABLE,
        "cannot read " + file + "; check that it is there and that this process may read it");
  }
}

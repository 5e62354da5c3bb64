package egov.kiosk.access.book;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.CryptoFault;
import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.crypto.sm.Sm3;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The machine's own secret, from which the pepper of PINs and the key of the book are made; it lies
 * in a file of its own, so that the book without it is of no use. Never replaced by itself: without
 * it nobody could sign in. Safe for use by several threads.
 */
public final class Secret {
  private static final int BYTES = 32;
  private static final int LARGEST_MACHINE = 4096;
  private static final String MACHINE = "egov.kiosk access machine 1";

  private final byte[] root;

  private Secret(byte[] root) {
    this.root = root;
  }

  /**
   * Makes a secret's file; the directory is made owner-only if it is not there.
   *
   * @throws IOException when it cannot be written
   */
  static void create(Path file, SecureRandom random) throws IOException {
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    OwnDirectory.make(file.toAbsolutePath().getParent());
    PrivateFile.replace(
        file, (HexFormat.of().formatHex(fresh) + "\n").getBytes(StandardCharsets.US_ASCII));
    Arrays.fill(fresh, (byte) 0);
  }

  /**
   * Reads it.
   *
   * @param machine a file only this machine has, e.g. {@code /sys/class/dmi/id/product_uuid}, so
   *     that a copied disk is of no use; empty when the secret counts alone
   * @throws BookException {@link BookFault#SECRET_REFUSED} or {@link BookFault#DISK}
   */
  static Secret read(Path file, Optional<Path> machine) throws BookException {
    byte[] word;
    try {
      word = PrivateFile.readWord(file);
    } catch (CryptoException e) {
      throw new BookException(
          e.fault() == CryptoFault.FILE_UNREADABLE ? BookFault.DISK : BookFault.SECRET_REFUSED,
          "the secret "
              + file
              + " is unreadable, empty or open to others: give it back to this process's user with"
              + " mode 0600, or put back the right one");
    }
    String hex = new String(word, StandardCharsets.US_ASCII);
    Arrays.fill(word, (byte) 0);
    if (!hex.matches("[0-9a-f]{" + 2 * BYTES + "}")) {
      throw new BookException(
          BookFault.SECRET_REFUSED, "the secret " + file + " is damaged: put back the right one");
    }
    byte[] own = HexFormat.of().parseHex(hex);
    return new Secret(
        machine.isEmpty() ? own : Sm3.hmac(own, ascii(MACHINE), machineBytes(machine.get())));
  }

  /** Thirty-two bytes for one purpose; those of another purpose tell nothing about them. */
  public byte[] derive(String purpose) {
    return Sm3.hmac(root, ascii(purpose));
  }

  private static byte[] machineBytes(Path file) throws BookException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST_MACHINE);
      if (bytes.length > 0) {
        return bytes;
      }
    } catch (IOException e) {
      // Said below: absent and empty come to the same.
    }
    throw new BookException(
        BookFault.SECRET_REFUSED,
        file + ", which binds the book of staff to this machine, cannot be read or is empty");
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}

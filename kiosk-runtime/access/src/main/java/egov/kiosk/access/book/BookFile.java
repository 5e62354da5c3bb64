package egov.kiosk.access.book;

import egov.kiosk.crypto.CryptoException;
import egov.kiosk.crypto.custody.PrivateFile;
import egov.kiosk.crypto.sm.Sm4GcmBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * The book as one file: {@code KSB1}, then nonce, ciphertext and tag of SM4-GCM. Replaced whole, on
 * the disk before the call returns, mode 0600.
 */
final class BookFile {
  private static final byte[] MAGIC = {'K', 'S', 'B', '1'};
  private static final byte[] ASSOCIATED =
      "egov.kiosk staff book 1".getBytes(StandardCharsets.US_ASCII);
  private static final int KEY = 16;
  private static final int OVERHEAD = 64;

  private final Path file;
  private final Sm4GcmBox box;

  BookFile(Path file, Secret secret, SecureRandom random) {
    this.file = file;
    byte[] key = secret.derive("egov.kiosk access book 1");
    box = new Sm4GcmBox(Arrays.copyOf(key, KEY), random);
    Arrays.fill(key, (byte) 0);
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when it does not open, or holds no book
   */
  Book read() throws IOException {
    if (Files.size(file) > BookText.LARGEST + OVERHEAD) {
      throw new IllegalArgumentException("too large for a book of staff");
    }
    byte[] bytes = Files.readAllBytes(file);
    if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, 4)) {
      throw new IllegalArgumentException("no book of staff");
    }
    byte[] text;
    try {
      text = box.open(ASSOCIATED, Arrays.copyOfRange(bytes, MAGIC.length, bytes.length));
    } catch (CryptoException e) {
      throw new IllegalArgumentException("the seal does not hold");
    }
    return BookText.decode(text);
  }

  void write(Book book) throws IOException {
    byte[] sealed = box.seal(ASSOCIATED, BookText.encode(book));
    byte[] bytes = Arrays.copyOf(MAGIC, MAGIC.length + sealed.length);
    System.arraycopy(sealed, 0, bytes, MAGIC.length, sealed.length);
    OwnDirectory.make(file.toAbsolutePath().getParent());
    PrivateFile.replace(file, bytes);
  }

  /** Gives a file that does not open another name beside it; it is never deleted. */
  Path setAside(long now) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + now);
    Files.move(file, aside);
    return aside;
  }
}

package egov.kiosk.crypto.component;

import egov.kiosk.crypto.custody.KeyFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * A new key and certificate beside those in use, in files of the same names and {@code .next}. They
 * are opened and checked in full first and take the old ones' place after: the key, then the
 * certificate, each whole or not at all. Cut off between the two, the new certificate still lies
 * beside and belongs to the key in place, and the next look finishes the work.
 */
final class Renewal {
  private static final String BESIDE = ".next";

  private Renewal() {}

  /** The settings with the files that lie beside; empty when none do. */
  static Optional<CryptoSettings> beside(CryptoSettings settings) {
    return settings
        .files()
        .filter(files -> Files.exists(next(files.signing().certificate())))
        .map(
            files ->
                settings.with(
                    new KeyFiles(beside(files.signing()), files.encryption(), files.passphrase())));
  }

  /** Puts what lies beside in its place. */
  static void takeOver(CryptoSettings settings) throws IOException {
    KeyFiles.Pair pair = settings.files().orElseThrow().signing();
    if (Files.exists(next(pair.key()))) {
      move(pair.key());
    }
    move(pair.certificate());
  }

  /** A file's name while it lies beside. */
  static Path next(Path file) {
    return file.resolveSibling(file.getFileName() + BESIDE);
  }

  private static KeyFiles.Pair beside(KeyFiles.Pair pair) {
    Path key = next(pair.key());
    return new KeyFiles.Pair(Files.exists(key) ? key : pair.key(), next(pair.certificate()));
  }

  private static void move(Path file) throws IOException {
    Files.move(
        next(file), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel folder = FileChannel.open(file.toAbsolutePath().getParent())) {
      folder.force(true);
    }
  }
}

package egov.kiosk.checks.kura.stock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.kura.KuraException;

/**
 * The files that are the only truth about settings: each sealed as a whole, the newest counts. The
 * first one of an installation is plain and is sealed when it is read.
 */
final class Snapshots {
  private static final String START = "snapshot_";

  private final Path directory;
  private final StockCrypto crypto;

  Snapshots(Path directory, StockCrypto crypto) {
    this.directory = directory;
    this.crypto = crypto;
  }

  /** The newest; nothing where there is none. */
  Map<String, Map<String, Object>> newest() throws IOException, KuraException {
    Optional<Path> file = file();
    if (file.isEmpty()) {
      return new TreeMap<>();
    }
    String text = Files.readString(file.get());
    if (!text.startsWith("<")) {
      return SnapshotText.read(new String(crypto.decryptAes(text.strip().toCharArray())));
    }
    write(file.get(), text);
    return SnapshotText.read(text);
  }

  /** Keeps another one, newer than all. */
  void keep(Map<String, Map<String, Object>> settings) throws IOException, KuraException {
    Files.createDirectories(directory);
    Optional<Path> last = file();
    long id = Math.max(System.currentTimeMillis(), last.map(Snapshots::id).orElse(0L) + 1);
    write(directory.resolve(START + id + ".xml"), SnapshotText.write(settings));
  }

  private void write(Path file, String text) throws IOException, KuraException {
    Files.writeString(file, new String(crypto.encryptAes(text.toCharArray())));
  }

  private Optional<Path> file() throws IOException {
    if (!Files.isDirectory(directory)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.max(Comparator.comparingLong(Snapshots::id));
    }
  }

  private static long id(Path file) {
    return Long.parseLong(file.getFileName().toString().replaceAll("[^0-9]", ""));
  }
}

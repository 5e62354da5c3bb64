package egov.kiosk.access;

import egov.kiosk.crypto.sm.Sm2PrivateKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The files of a furnished kiosk, made once for all tests: every PIN costs its tenth of a second.
 *
 * @param files content by path below the directory
 * @param card the administrator's
 */
record Template(Map<String, byte[]> files, Sm2PrivateKey card) {
  private static Template made;

  static synchronized Template get() throws IOException {
    if (made == null) {
      Path directory = Files.createTempDirectory("access-template");
      try {
        Lab lab = new Lab(directory);
        lab.furnish();
        Map<String, byte[]> files = new TreeMap<>();
        for (Path file : below(directory)) {
          files.put(directory.relativize(file).toString(), Files.readAllBytes(file));
        }
        made = new Template(files, lab.card);
      } catch (Exception e) {
        throw new IOException("no kiosk could be furnished", e);
      } finally {
        delete(directory);
      }
    }
    return made;
  }

  void into(Path directory) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static List<Path> below(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static void delete(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}

package egov.kiosk.crypto.component;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells whether a configured file was replaced since.
 *
 * @param stamps one line a file: which one, when written, how long
 */
record FileStamps(List<String> stamps) {
  static FileStamps of(CryptoSettings settings) {
    Stream<Path> own =
        settings.files().stream()
            .flatMap(files -> Stream.of(files.signing().key(), files.signing().certificate()))
            .flatMap(file -> Stream.of(file, Renewal.next(file)));
    Stream<Path> others =
        Stream.concat(
            Stream.of(settings.trust().authorities(), settings.platformEncryptionCertificateFile()),
            settings.trust().revocation().stream());
    return new FileStamps(
        Stream.concat(own, others).map(FileStamps::stamp).collect(Collectors.toList()));
  }

  private static String stamp(Path file) {
    try {
      BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.fileKey() + " " + found.lastModifiedTime() + " " + found.size();
    } catch (IOException e) {
      return "absent";
    }
  }
}

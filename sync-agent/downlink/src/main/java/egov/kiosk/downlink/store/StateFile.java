package egov.kiosk.downlink.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lines of text under their SHA-256. A damaged file is set aside and reads as an empty one. */
final class StateFile {
  private static final Logger LOG = LoggerFactory.getLogger(StateFile.class);
  private static final int MAX_BYTES = 256 * 1024;
  private static final String DIGEST = "sha256 ";

  private final Path path;
  private final Disk disk;
  private boolean damaged;

  StateFile(Path path, Disk disk) {
    this.path = path;
    this.disk = disk;
  }

  /** The lines; none when there is no file, or a damaged one. */
  List<String> read() throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return List.of();
    }
    Optional<List<String>> lines =
        Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && Files.size(path) <= MAX_BYTES
            ? lines(Files.readAllBytes(path))
            : Optional.empty();
    if (lines.isEmpty()) {
      Path aside = path.resolveSibling(path.getFileName() + ".damaged");
      Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
      damaged = true;
      LOG.error("downlink: {} was damaged and is now {}; please check the disk", path, aside);
    }
    return lines.orElse(List.of());
  }

  /** Whether {@link #read} found damage. */
  boolean wasDamaged() {
    return damaged;
  }

  void write(List<String> lines) throws IOException {
    String text = String.join("\n", lines) + "\n";
    disk.replace(path, (text + DIGEST + digest(text) + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<List<String>> lines(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      int end = text.lastIndexOf(DIGEST);
      if (end > 0 && text.substring(end).equals(DIGEST + digest(text.substring(0, end)) + "\n")) {
        return Optional.of(List.of(text.substring(0, end).split("\n")));
      }
    } catch (CharacterCodingException e) {
      LOG.debug("not text", e);
    }
    return Optional.empty();
  }

  private static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}

package egov.kiosk.flow.number;

import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One number on the disk, replaced as a whole: after a power cut the old or the new one is there.
 */
final class CounterFile {
  private static final Logger LOG = LoggerFactory.getLogger(CounterFile.class);
  private static final Pattern CONTENT = Pattern.compile("kiosk-number 1 ([0-9]{1,11})\n");
  private static final int MAX_BYTES = 64;

  private final Path path;

  CounterFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  /** The number; empty when the file is missing, or damaged, which is logged. */
  OptionalLong read() throws IOException {
    if (!Files.exists(path)) {
      return OptionalLong.empty();
    }
    if (Files.size(path) <= MAX_BYTES) {
      String content = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1);
      Matcher matcher = CONTENT.matcher(content);
      if (matcher.matches()) {
        return OptionalLong.of(Long.parseLong(matcher.group(1)));
      }
    }
    LOG.warn("{} is damaged; going on from the clock, please check the disk", path);
    return OptionalLong.empty();
  }

  void write(long value) throws IOException {
    new WholeFile(path, MAX_BYTES)
        .write(("kiosk-number 1 " + value + "\n").getBytes(StandardCharsets.ISO_8859_1));
  }
}

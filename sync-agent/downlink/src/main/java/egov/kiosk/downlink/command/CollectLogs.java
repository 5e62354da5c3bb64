package egov.kiosk.downlink.command;

import egov.kiosk.domain.fleet.CommandHandler;
import egov.kiosk.domain.fleet.CommandResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * {@code collect-logs}: the newest lines of today's log without personal data (脱敏), as many as fit,
 * gzipped and in Base64.
 */
public final class CollectLogs implements CommandHandler {
  private static final int TAIL = 1024 * 1024;
  private static final int MOST_COMPRESSED = CommandResult.MAX_DATA / 4 * 3;

  private final Path directory;

  /**
   * @param directory where {@code kiosk.log} is
   */
  public CollectLogs(Path directory) {
    this.directory = directory;
  }

  @Override
  public String name() {
    return "collect-logs";
  }

  @Override
  public CommandResult run(Map<String, String> arguments) {
    List<String> lines;
    try {
      lines = tail(directory.resolve("kiosk.log"));
    } catch (IOException e) {
      return CommandResult.failed("the log cannot be read");
    }
    byte[] packed = compressed(lines);
    while (packed.length > MOST_COMPRESSED) {
      lines = lines.subList(lines.size() / 4 + 1, lines.size());
      packed = compressed(lines);
    }
    return new CommandResult(
        true,
        "the last " + lines.size() + " lines, gzip in Base64",
        Base64.getEncoder().encodeToString(packed));
  }

  /** The last whole lines of the file. */
  private static List<String> tail(Path file) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
      long from = Math.max(0, channel.size() - TAIL);
      channel.position(from);
      ByteBuffer buffer = ByteBuffer.allocate(TAIL);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Until it is full or the file ends.
      }
      String text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
      int begin = from == 0 ? 0 : text.indexOf('\n') + 1;
      return text.substring(begin).lines().map(Redaction::of).toList();
    }
  }

  private static byte[] compressed(List<String> lines) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      String text = lines.stream().collect(Collectors.joining("\n", "", "\n"));
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("memory has no faults", e);
    }
    return out.toByteArray();
  }
}

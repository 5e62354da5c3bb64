package egov.kiosk.audit.store;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * One file of the log, named by its first record: {@code audit-000000000123.jsonl}, and {@code .gz}
 * behind that once it is closed and packed.
 *
 * @param first the sequence of its first record
 */
public record Segment(long first, Path path) {
  private static final Pattern NAME = Pattern.compile("audit-([0-9]{12,18})\\.jsonl(\\.gz)?");
  private static final int BUFFER = 64 * 1024;

  /** Where a segment that begins with this record lies while it is written. */
  static Segment at(Path directory, long first) {
    return new Segment(first, directory.resolve(String.format("audit-%012d.jsonl", first)));
  }

  /** The segment of that file, if it is one by its name. */
  static Optional<Segment> of(Path path) {
    Matcher name = NAME.matcher(path.getFileName().toString());
    return name.matches()
        ? Optional.of(new Segment(Long.parseLong(name.group(1)), path))
        : Optional.empty();
  }

  /**
   * The segments of a directory, in order. Of a segment that is there both packed and not, the one
   * that is not counts: packing was cut short.
   */
  public static List<Segment> list(Path directory) throws IOException {
    Map<Long, Segment> found = new TreeMap<>();
    try (Stream<Path> files = Files.list(directory)) {
      files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .sorted(Comparator.reverseOrder())
          .forEach(file -> of(file).ifPresent(segment -> found.put(segment.first(), segment)));
    }
    return List.copyOf(found.values());
  }

  /** Whether it is packed. */
  public boolean packed() {
    return path.toString().endsWith(".gz");
  }

  /** Its name, for people. */
  public String name() {
    return path.getFileName().toString();
  }

  /** Its lines, as they were before packing. */
  public InputStream open() throws IOException {
    InputStream file = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS);
    return packed()
        ? new BufferedInputStream(new GZIPInputStream(file, BUFFER), BUFFER)
        : new BufferedInputStream(file, BUFFER);
  }
}

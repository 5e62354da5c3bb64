package egov.kiosk.upkeep.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * One file for those who help: everything in it went through {@link Mask}. It reads the settings'
 * file and the logs, and nothing else of the kiosk's: no queue, no key, no book.
 */
public final class SupportBundle {
  private static final int MOST_LOGS = 8;
  private static final int LINES_A_LOG = 20_000;
  private static final int LONGEST_LINE = 4_000;
  private static final long LARGEST_LOG = 64L * 1024 * 1024;

  private final Optional<Path> settings;
  private final Path logs;

  /**
   * @param settings the configuration file, if there is one
   * @param logs the directory of the logs; need not be there
   */
  public SupportBundle(Optional<Path> settings, Path logs) {
    this.settings = settings;
    this.logs = logs;
  }

  /**
   * Writes the bundle.
   *
   * @param parts further texts by file name
   * @throws IOException when something cannot be read or written
   */
  public void write(OutputStream out, Map<String, String> parts) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      entry(zip, "versions.txt", Versions.lines());
      if (settings.isPresent() && Files.isReadable(settings.get())) {
        entry(zip, "settings.txt", MaskedSettings.of(read(settings.get(), LINES_A_LOG)));
      }
      for (Map.Entry<String, String> part : new TreeMap<>(parts).entrySet()) {
        entry(zip, part.getKey(), part.getValue().lines().map(Mask::line).toList());
      }
      for (Path log : newest()) {
        String name = log.getFileName().toString().replaceFirst("\\.gz$", "");
        entry(zip, "log/" + name, tail(log, LINES_A_LOG));
      }
    }
  }

  /**
   * The end of the newest log.
   *
   * @throws IOException when it cannot be read
   */
  public List<String> tail(int most) throws IOException {
    Path log = logs.resolve("kiosk.log");
    return Files.isReadable(log) ? tail(log, most) : List.of();
  }

  private static List<String> tail(Path log, int most) throws IOException {
    return read(log, most).stream().map(Mask::line).toList();
  }

  /** Only what our own log writes under; another program's file there is nobody's business. */
  private List<Path> newest() throws IOException {
    if (!Files.isDirectory(logs)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(logs)) {
      return files
          .filter(
              file -> file.getFileName().toString().matches("[a-z-]{1,30}[0-9.-]*\\.log(\\.gz)?"))
          .filter(Files::isRegularFile)
          .sorted(Comparator.comparing(SupportBundle::age).reversed())
          .limit(MOST_LOGS)
          .sorted()
          .toList();
    }
  }

  private static long age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }

  private static List<String> read(Path file, int most) throws IOException {
    Deque<String> lines = new ArrayDeque<>();
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    try (InputStream raw = Files.newInputStream(file);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        var reader = new java.io.BufferedReader(new java.io.InputStreamReader(in, decoder))) {
      long read = 0;
      for (String line = reader.readLine();
          line != null && read < LARGEST_LOG;
          line = reader.readLine()) {
        read += line.length();
        lines.add(line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line);
        if (lines.size() > most) {
          lines.remove();
        }
      }
    }
    return List.copyOf(lines);
  }

  private static void entry(ZipOutputStream zip, String name, List<String> lines)
      throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    for (String line : lines) {
      zip.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    zip.closeEntry();
  }
}

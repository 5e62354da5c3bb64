package egov.kiosk.proving.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the queue told its technician, read and cleared away as a technician does. */
public final class Incidents {
  private static final Pattern SALVAGED = Pattern.compile("([0-9]+) rows salvaged");

  private final Path directory;
  private final List<String> lines = new ArrayList<>();
  private long salvaged;

  Incidents(Path directory) {
    this.directory = directory;
  }

  /** Reads what is new and clears the table, quarantine included. */
  void collect() throws IOException {
    Path file = directory.resolve("incidents.txt");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        lines.add(line);
        Matcher rows = SALVAGED.matcher(line);
        if (rows.find()) {
          salvaged += Long.parseLong(rows.group(1));
        }
      }
      Files.delete(file);
    }
    Path quarantine = directory.resolve("quarantine");
    if (Files.isDirectory(quarantine)) {
      try (Stream<Path> all = Files.walk(quarantine)) {
        for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  /** How many rows were salvaged since the start. */
  public long salvaged() {
    return salvaged;
  }

  /** Every line since the start. */
  public List<String> lines() {
    return List.copyOf(lines);
  }
}

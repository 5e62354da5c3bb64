package egov.kiosk.outboxsqlite.salvage;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.outboxsqlite.directory.Incidents;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said once the fresh database is in place, written down before: a crash in between
 * must not make the loss go unreported.
 */
final class Announcement {
  /** The file's name. */
  static final String NAME = "salvaged.txt";

  private final StateDirectory directory;
  private final Incidents incidents;

  Announcement(StateDirectory directory, Incidents incidents) {
    this.directory = directory;
    this.incidents = incidents;
  }

  /** Writes it down: when, what, and the missing places, a line each. */
  void prepare(Instant at, String what, List<SequenceRange> missing)
      throws IOException, OutboxException {
    discard();
    List<String> lines = new ArrayList<>(List.of(Long.toString(at.toEpochMilli()), what));
    missing.forEach(range -> lines.add(range.first() + "-" + range.last()));
    Path file = directory.create(NAME);
    Files.write(file, lines, StandardCharsets.UTF_8);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
  }

  /** Says it. After a crash in the middle it is said again. */
  void make(Instant now, String last) throws IOException {
    Path file = directory.file(NAME);
    Optional<Text> text = Optional.empty();
    if (Files.isRegularFile(file)) {
      text = read(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
    }
    Text said = text.orElse(new Text(now, "the queue file was set aside", List.of()));
    incidents.report(said.at(), said.what() + last, said.missing());
    discard();
  }

  private record Text(Instant at, String what, List<SequenceRange> missing) {}

  /** Empty when somebody has been at the file. */
  private static Optional<Text> read(List<String> lines) {
    try {
      List<SequenceRange> missing = new ArrayList<>();
      for (String line : lines.subList(2, lines.size())) {
        int hyphen = line.indexOf('-');
        missing.add(
            new SequenceRange(
                Long.parseLong(line.substring(0, hyphen)),
                Long.parseLong(line.substring(hyphen + 1))));
      }
      Instant at = Instant.ofEpochMilli(Long.parseLong(lines.get(0)));
      return Optional.of(new Text(at, lines.get(1), missing));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  void discard() throws IOException {
    Files.deleteIfExists(directory.file(NAME));
  }
}

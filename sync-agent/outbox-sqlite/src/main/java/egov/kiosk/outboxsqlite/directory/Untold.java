package egov.kiosk.outboxsqlite.directory;

import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SequenceRange;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Incidents the platform has not been told of yet, one small file each, until somebody takes them.
 * Safe for use by several threads.
 */
public final class Untold {
  /** The directory's name. */
  public static final String NAME = "untold";

  private static final Logger LOG = LoggerFactory.getLogger(Untold.class);

  /** As many as one message to the platform may name. */
  private static final int RANGES = 1000;

  /** Incidents that lost nothing are told up to this number; the rest are like them. */
  private static final int HARMLESS = 100;

  private final StateDirectory directory;
  private int count;

  /**
   * One incident.
   *
   * @param file where it is noted
   * @param at when it happened
   * @param missing places it cost
   */
  public record Incident(Path file, Instant at, List<SequenceRange> missing) {}

  public Untold(StateDirectory directory) {
    this.directory = directory;
  }

  /** Notes an incident durably. */
  public synchronized void note(Instant at, List<SequenceRange> missing)
      throws IOException, OutboxException {
    Path place = directory.createDirectory(NAME);
    if (missing.isEmpty() && files().size() >= HARMLESS) {
      return;
    }
    for (int from = 0; from == 0 || from < missing.size(); from += RANGES) {
      List<SequenceRange> some = missing.subList(from, Math.min(missing.size(), from + RANGES));
      Path file = fresh(place, at);
      Path draft = place.resolve("draft");
      Files.deleteIfExists(draft);
      Files.write(directory.create(NAME + "/draft"), text(some));
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }
    StateDirectory.sync(place);
    directory.sync();
  }

  private Path fresh(Path place, Instant at) {
    Path file;
    do {
      file = place.resolve("%015d-%06d".formatted(Math.max(0, at.toEpochMilli()), count++));
    } while (Files.exists(file));
    return file;
  }

  private static byte[] text(List<SequenceRange> ranges) {
    StringBuilder text = new StringBuilder();
    ranges.forEach(
        range -> text.append(range.first()).append('-').append(range.last()).append('\n'));
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  /** The oldest. */
  public synchronized Optional<Incident> next() {
    try {
      List<Path> files = files();
      return files.isEmpty() ? Optional.empty() : Optional.of(read(files.get(0)));
    } catch (IOException e) {
      LOG.warn("outbox: the untold incidents cannot be read; check the disk", e);
      return Optional.empty();
    }
  }

  private List<Path> files() throws IOException {
    Path place = directory.file(NAME);
    if (!Files.isDirectory(place)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(place)) {
      return all.filter(f -> f.getFileName().toString().matches("[0-9]{15}-[0-9]{6,}"))
          .sorted()
          .toList();
    }
  }

  /** What somebody made unreadable is left out; the incident itself is told in any case. */
  private static Incident read(Path file) throws IOException {
    List<SequenceRange> missing = new ArrayList<>();
    for (String line : Files.readString(file, StandardCharsets.ISO_8859_1).lines().toList()) {
      if (line.matches("[1-9][0-9]{0,17}-[1-9][0-9]{0,17}") && missing.size() < RANGES) {
        long first = Long.parseLong(line.substring(0, line.indexOf('-')));
        long last = Long.parseLong(line.substring(line.indexOf('-') + 1));
        if (first <= last) {
          missing.add(new SequenceRange(first, last));
        }
      }
    }
    long millis = Long.parseLong(file.getFileName().toString().substring(0, 15));
    return new Incident(file, Instant.ofEpochMilli(millis), missing);
  }

  /** Forgets an incident that was told. */
  public synchronized void told(Incident incident) throws IOException {
    Files.deleteIfExists(incident.file());
    StateDirectory.sync(incident.file().getParent());
  }
}

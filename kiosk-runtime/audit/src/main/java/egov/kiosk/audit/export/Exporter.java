package egov.kiosk.audit.export;

import egov.kiosk.audit.record.Entry;
import egov.kiosk.audit.store.Lines;
import egov.kiosk.audit.store.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the records of a log that are as they were written, oldest first, for a sink. */
public final class Exporter {
  private Exporter() {}

  /**
   * What was exported.
   *
   * @param first sequence of the first record, 0 for none
   * @param last sequence of the last record
   * @param leftOut lines that are no sound records; verify tells what became of them
   */
  public record Result(long records, long first, long last, long leftOut) {}

  /** Exports every record from a sequence and a time on. */
  public static Result run(Path directory, long from, Instant since, Sink sink) throws IOException {
    long records = 0;
    long first = 0;
    long last = 0;
    long leftOut = 0;
    List<Segment> segments = Segment.list(directory);
    for (int i = 0; i < segments.size(); i++) {
      if (i + 1 < segments.size() && segments.get(i + 1).first() <= from) {
        continue;
      }
      try (Lines lines = new Lines(segments.get(i))) {
        for (Lines.Line line = lines.next(); line != null; line = lines.next()) {
          Optional<Entry> entry = Entry.parse(line.bytes()).filter(Entry::soundHash);
          if (entry.isEmpty()) {
            leftOut++;
          } else if (entry.get().sequence() >= from && !entry.get().time().isBefore(since)) {
            sink.put(entry.get(), line.bytes());
            records++;
            first = first == 0 ? entry.get().sequence() : first;
            last = entry.get().sequence();
          }
        }
      }
    }
    sink.finish();
    return new Result(records, first, last, leftOut);
  }

  /** The oldest record that is there; 0 for none. */
  public static long first(Path directory) throws IOException {
    List<Segment> segments = Segment.list(directory);
    return segments.isEmpty() ? 0 : segments.get(0).first();
  }

  /** The kiosk whose log it is; empty when it does not say. */
  public static Optional<String> kiosk(Path directory) throws IOException {
    for (Segment segment : Segment.list(directory)) {
      try (Lines lines = new Lines(segment)) {
        Optional<String> found =
            Optional.ofNullable(lines.next())
                .flatMap(line -> Entry.parse(line.bytes()))
                .map(entry -> entry.attribute("kiosk"))
                .filter(id -> !id.isEmpty());
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }
}

package egov.kiosk.audit.syslog;

import egov.kiosk.audit.record.Entry;
import egov.kiosk.audit.store.Lines;
import egov.kiosk.audit.store.Segment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the records of a log one after the other while it is being written, from its files alone,
 * so that no writer waits. Lines that are no sound records are passed over; so are records that
 * were destroyed meanwhile. For one thread.
 */
final class Follower {
  private final Path directory;
  private long next;
  private long segment;
  private long offset;

  /** A record and its line, without the line feed. */
  record Found(Entry entry, byte[] line) {
    Found {
      line = line.clone();
    }

    @Override
    public byte[] line() {
      return line.clone();
    }
  }

  Follower(Path directory, long next) {
    this.directory = directory;
    this.next = next;
  }

  /** Goes on from this record. */
  void seek(long from) {
    next = from;
    segment = 0;
    offset = 0;
  }

  /** The next records, at most so many; none when nothing new is there. */
  List<Found> read(int most) throws IOException {
    List<Found> found = new ArrayList<>();
    // Listed before it is read: where a later one exists, nothing is added any more.
    List<Segment> all = Segment.list(directory);
    while (found.size() < most) {
      Optional<Segment> current = current(all);
      if (current.isEmpty()) {
        return found;
      }
      if (segment != current.get().first()) {
        segment = current.get().first();
        offset = 0;
      }
      boolean ended = read(current.get(), most, found);
      Optional<Segment> later = all.stream().filter(one -> one.first() > segment).findFirst();
      if (!ended || later.isEmpty()) {
        return found;
      }
      segment = later.get().first();
      offset = 0;
    }
    return found;
  }

  /** The one that is being read, or where the next record is, or the oldest there is. */
  private Optional<Segment> current(List<Segment> all) {
    Optional<Segment> same = all.stream().filter(one -> one.first() == segment).findFirst();
    return same.or(() -> all.stream().filter(one -> one.first() <= next).reduce((a, b) -> b))
        .or(() -> all.stream().findFirst());
  }

  /** Whether its end was reached. */
  private boolean read(Segment from, int most, List<Found> found) throws IOException {
    try (Lines lines = new Lines(from, offset)) {
      while (found.size() < most) {
        Lines.Line line = lines.next();
        if (line == null || !line.complete()) {
          return true;
        }
        offset += line.length();
        Optional<Entry> entry = Entry.parse(line.bytes()).filter(Entry::soundHash);
        if (entry.isPresent() && entry.get().sequence() >= next) {
          next = entry.get().sequence() + 1;
          found.add(new Found(entry.get(), line.bytes()));
        }
      }
      return false;
    }
  }
}

package egov.kiosk.watch;

import egov.kiosk.domain.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What happened to the process and was done to it, kept over restarts: an entry is on the disk
 * before it is acted on, so that a machine that starts again and again still counts. For one
 * thread.
 *
 * <p>A book that cannot be understood counts as full: rather a kiosk that waits for a person than
 * one that starts its machine again for ever.
 */
final class WatchBook {
  private static final int MOST_ENTRIES = 64;
  private static final int MOST_BYTES = 16_384;

  /** What happened. */
  enum Kind {
    /** The process began. */
    STARTED,
    /** The process ended in order, or is about to for a reason that is no fault of its own. */
    STOPPED,
    /** The process is about to be started again. */
    PROCESS,
    /** The machine is about to be started again. */
    SYSTEM,
    /** Safe mode was entered; its reason is what the entry says. */
    SAFE_MODE
  }

  /**
   * One line.
   *
   * @param boot which run of the machine, for {@link Kind#STARTED}; the reason for the others; may
   *     be empty
   */
  record Entry(Kind kind, Instant at, String text) {}

  private final WholeFile file;
  private final List<Entry> entries = new ArrayList<>();
  private boolean damaged;

  WatchBook(Path directory) throws IOException {
    file = new WholeFile(directory.resolve("book"), MOST_BYTES);
    Optional<byte[]> kept = file.read();
    if (kept.isPresent()) {
      read(new String(kept.get(), StandardCharsets.UTF_8));
    }
  }

  private void read(String text) {
    for (String line : text.lines().toList()) {
      String[] parts = line.split(" ", 3);
      try {
        entries.add(
            new Entry(
                Kind.valueOf(parts[0]), Instant.parse(parts[1]), parts.length > 2 ? parts[2] : ""));
      } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
        damaged = true;
      }
    }
  }

  /** Whether it could not be understood. */
  boolean damaged() {
    return damaged;
  }

  /** Its entries, the oldest first. */
  List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** The last of a kind. */
  Optional<Entry> last(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).reduce((a, b) -> b);
  }

  /** How many of a kind are remembered. */
  long count(Kind kind) {
    return entries.stream().filter(entry -> entry.kind() == kind).count();
  }

  /**
   * How many of a kind there were lately. What seems to lie ahead of the clock counts: a clock may
   * have been set back.
   */
  long count(Kind kind, Instant now, Duration window) {
    return entries.stream()
        .filter(entry -> entry.kind() == kind && entry.at().isAfter(now.minus(window)))
        .count();
  }

  /**
   * How often in this run of the machine the process began without having ended in order before,
   * lately; a power cut is no fault of the process.
   */
  long crashes(String boot, Instant now, Duration window) {
    long crashes = 0;
    boolean running = false;
    for (Entry entry : entries) {
      if (entry.kind() != Kind.STARTED) {
        running = false;
        continue;
      }
      if (running && entry.text().equals(boot) && entry.at().isAfter(now.minus(window))) {
        crashes++;
      }
      running = entry.text().equals(boot);
    }
    return crashes;
  }

  /**
   * Adds an entry; on the disk when this returns.
   *
   * @throws IOException when it could not be written; it counts until the process ends all the same
   */
  void add(Kind kind, Instant at, String text) throws IOException {
    entries.add(new Entry(kind, at, text.replaceAll("\\p{Cntrl}", " ")));
    if (entries.size() > MOST_ENTRIES) {
      // What holds for a day, or until a person ends it, is not pushed out by what merely happened.
      Optional<Entry> mode = last(Kind.SAFE_MODE);
      Predicate<Entry> lasting =
          entry -> mode.equals(Optional.of(entry)) || countsAsReboot(entry, at);
      entries.remove(entries.stream().filter(lasting.negate()).findFirst().orElse(entries.get(0)));
    }
    write();
  }

  /**
   * Forgets everything but that the process runs, and when the machine was lately started again:
   * that limit is the machine's, which no healthy hours and no person's word make younger. What
   * seems to lie ahead of the clock is from now on as old as this moment.
   */
  void forget(Instant now, String boot) throws IOException {
    entries.removeIf(entry -> !countsAsReboot(entry, now));
    entries.replaceAll(
        entry -> entry.at().isAfter(now) ? new Entry(entry.kind(), now, entry.text()) : entry);
    damaged = false;
    add(Kind.STARTED, now, boot);
  }

  private static boolean countsAsReboot(Entry entry, Instant now) {
    return entry.kind() == Kind.SYSTEM
        && entry.at().isAfter(now.minus(WatchSettings.REBOOT_WINDOW));
  }

  private void write() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Entry entry : entries) {
      String said = entry.text().length() > 200 ? entry.text().substring(0, 200) : entry.text();
      text.append(entry.kind())
          .append(' ')
          .append(entry.at())
          .append(' ')
          .append(said)
          .append('\n');
    }
    file.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}

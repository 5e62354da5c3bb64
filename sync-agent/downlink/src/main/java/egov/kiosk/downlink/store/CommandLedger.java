package egov.kiosk.downlink.store;

import egov.kiosk.downlink.store.LedgerEntry.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which commands were begun, with their answers, on the disk (指令台账). An entry is forgotten once its
 * command has expired; from then on nothing that expires so early is begun any more, so that a
 * clock set back brings no command back. For one thread.
 */
public final class CommandLedger {
  /** How many unexpired commands are remembered. */
  public static final int MOST = 200;

  private static final String FLOOR = "floor ";
  private static final String SINCE = "since ";
  private static final int MAX_ANSWER = 128 * 1024;

  private final Path directory;
  private final Disk disk;
  private final StateFile file;
  private final Map<String, LedgerEntry> entries = new LinkedHashMap<>();
  private Instant floor = Instant.EPOCH;
  private Instant since = Instant.EPOCH;

  private CommandLedger(Path directory, Disk disk) {
    this.directory = directory;
    this.disk = disk;
    file = new StateFile(directory.resolve("commands"), disk);
  }

  /**
   * Reads the directory. When the list is damaged, nobody knows what was done: no command signed
   * before now is begun any more.
   */
  public static CommandLedger open(Path directory, Disk disk, Instant now) throws IOException {
    CommandLedger ledger = new CommandLedger(directory, disk);
    for (String line : ledger.file.read()) {
      try {
        if (line.startsWith(SINCE)) {
          ledger.since = Instant.parse(line.substring(SINCE.length()));
        } else if (line.startsWith(FLOOR)) {
          ledger.floor = Instant.parse(line.substring(FLOOR.length()));
        } else {
          LedgerEntry.of(line).ifPresent(entry -> ledger.entries.put(entry.id(), entry));
        }
      } catch (DateTimeException e) {
        throw new IOException("the list of commands has a line that is none", e);
      }
    }
    if (ledger.file.wasDamaged()) {
      ledger.since = now;
      ledger.write(Map.of(), ledger.floor);
    }
    ledger.deleteOrphans();
    return ledger;
  }

  private void deleteOrphans() throws IOException {
    if (!Files.isDirectory(answers())) {
      return;
    }
    List<Path> kept;
    try (Stream<Path> all = Files.list(answers())) {
      kept = all.toList();
    }
    for (Path answer : kept) {
      if (!entries.containsKey(answer.getFileName().toString())) {
        Files.delete(answer);
      }
    }
  }

  /** The command with this id. */
  public Optional<LedgerEntry> find(String id) {
    return Optional.ofNullable(entries.get(id));
  }

  /** Those in this state, oldest first. */
  public List<LedgerEntry> in(State state) {
    return entries.values().stream().filter(entry -> entry.state() == state).toList();
  }

  /** Whether such a command can no longer be told from one that was done already. */
  public boolean forgotten(Instant issuedAt, Instant expiresAt) {
    return !expiresAt.isAfter(floor) || issuedAt.isBefore(since);
  }

  /** Whether no further command can be remembered. */
  public boolean full() {
    return entries.size() >= MOST;
  }

  /** Notes that a command begins; on the disk when this returns. */
  public void begin(String id, String name, Instant expiresAt) throws IOException {
    change(new LedgerEntry(id, name, expiresAt, State.BEGUN));
  }

  /** Keeps the answer of a command that was begun. */
  public void answer(String id, byte[] answer) throws IOException {
    disk.replace(answers().resolve(id), answer);
    change(entries.get(id).in(State.ANSWERED));
  }

  /** The answer that was kept. */
  public byte[] answer(String id) throws IOException {
    Path path = answers().resolve(id);
    if (Files.size(path) > MAX_ANSWER) {
      throw new IOException("larger than any answer");
    }
    return Files.readAllBytes(path);
  }

  /** Notes that the broker took the answer. */
  public void sent(String id) throws IOException {
    LedgerEntry entry = entries.get(id);
    if (entry != null && entry.state() == State.ANSWERED) {
      change(entry.in(State.SENT));
    }
  }

  /** Forgets what has expired. */
  public void forget(Instant now) throws IOException {
    List<LedgerEntry> old =
        entries.values().stream().filter(entry -> entry.expiresAt().isBefore(now)).toList();
    if (old.isEmpty()) {
      return;
    }
    Instant raised = floor;
    for (LedgerEntry entry : old) {
      raised = entry.expiresAt().isAfter(raised) ? entry.expiresAt() : raised;
    }
    Map<String, LedgerEntry> left = new LinkedHashMap<>(entries);
    old.forEach(entry -> left.remove(entry.id()));
    write(left, raised);
    for (LedgerEntry entry : old) {
      Files.deleteIfExists(answers().resolve(entry.id()));
    }
  }

  private void change(LedgerEntry entry) throws IOException {
    Map<String, LedgerEntry> changed = new LinkedHashMap<>(entries);
    changed.put(entry.id(), entry);
    write(changed, floor);
  }

  private void write(Map<String, LedgerEntry> changed, Instant raised) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(FLOOR + raised);
    lines.add(SINCE + since);
    changed.values().forEach(entry -> lines.add(entry.line()));
    file.write(lines);
    entries.clear();
    entries.putAll(changed);
    floor = raised;
  }

  private Path answers() {
    return directory.resolve("answers");
  }
}

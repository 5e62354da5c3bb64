package egov.kiosk.gateway.journal;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.AcceptanceNumbers;
import egov.kiosk.gateway.store.Accepted;
import egov.kiosk.gateway.store.AcceptedStore;
import egov.kiosk.gateway.store.Candidate;
import egov.kiosk.gateway.store.Decision;
import egov.kiosk.gateway.store.Finding;
import egov.kiosk.gateway.store.Totals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The embedded store: one directory with {@code accepted.jsonl}, {@code findings.jsonl} and {@code
 * received/<id>.p7m}. For one process and as many messages as fit its memory; passes nothing on to
 * a stream.
 */
public final class JournalStore implements AcceptedStore {
  private final AcceptedJournal journal;
  private final FindingJournal findings;
  private final ReceivedFiles files;

  private JournalStore(AcceptedJournal journal, FindingJournal findings, ReceivedFiles files) {
    this.journal = journal;
    this.findings = findings;
    this.files = files;
  }

  /**
   * Opens a directory; made when it is not there.
   *
   * @throws IOException when a file in it is damaged, or open in another process
   */
  public static JournalStore open(Path directory) throws IOException {
    Files.createDirectories(directory);
    ReceivedFiles files = new ReceivedFiles(directory.resolve("received"));
    AcceptedJournal journal = AcceptedJournal.open(directory.resolve("accepted.jsonl"));
    try {
      return new JournalStore(
          journal, new FindingJournal(directory.resolve("findings.jsonl")), files);
    } catch (IOException e) {
      journal.close();
      throw e;
    }
  }

  @Override
  public synchronized Optional<Accepted> find(TransactionId id) {
    return journal.find(id);
  }

  @Override
  public Optional<byte[]> envelope(TransactionId id) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(files.of(id)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public String whereabouts(TransactionId id) {
    return files.of(id).toAbsolutePath().toString();
  }

  @Override
  public synchronized List<Decision> accept(List<Candidate> candidates, Instant now)
      throws IOException {
    Map<TransactionId, Accepted> fresh = new LinkedHashMap<>();
    List<Candidate> taken = new ArrayList<>();
    List<Decision> decisions = new ArrayList<>();
    String day = AcceptanceNumbers.day(now);
    long last = journal.lastNumber(day);
    for (Candidate candidate : candidates) {
      Optional<Accepted> before =
          journal.find(candidate.id()).or(() -> Optional.ofNullable(fresh.get(candidate.id())));
      if (before.isPresent()) {
        decisions.add(Decision.known(before.get(), candidate));
        continue;
      }
      Optional<String> number = Optional.empty();
      if (candidate.kind() == MessageKind.ITEM) {
        last++;
        number = Optional.of(AcceptanceNumbers.number(day, last));
      }
      Accepted accepted = candidate.accepted(number, now);
      fresh.put(candidate.id(), accepted);
      taken.add(candidate);
      decisions.add(new Decision(Decision.Outcome.TAKEN, accepted));
    }
    if (!taken.isEmpty()) {
      files.keep(taken);
      journal.append(List.copyOf(fresh.values()));
    }
    return decisions;
  }

  /** Everything that was taken, oldest first. */
  public synchronized List<Accepted> accepted() {
    return journal.all();
  }

  @Override
  public synchronized Totals totals() {
    long all = journal.all().size();
    long items = journal.count(MessageKind.ITEM);
    long ratings = journal.count(MessageKind.RATING);
    return new Totals(items, ratings, all - items - ratings, 0);
  }

  @Override
  public synchronized List<TransactionId> settled(String kioskId, LocalDate day) {
    return journal.all().stream()
        .filter(accepted -> accepted.kioskId().equals(kioskId))
        .filter(accepted -> LocalDate.ofInstant(accepted.acceptedAt(), ZoneOffset.UTC).equals(day))
        .map(Accepted::id)
        .sorted((one, other) -> one.value().compareTo(other.value()))
        .toList();
  }

  @Override
  public synchronized long taken(String kioskId, Instant before) {
    return journal.all().stream()
        .filter(accepted -> accepted.kioskId().equals(kioskId))
        .filter(accepted -> accepted.acceptedAt().isBefore(before))
        .count();
  }

  @Override
  public synchronized void keep(Finding finding) throws IOException {
    findings.keep(finding);
  }

  @Override
  public synchronized Optional<Finding> finding(TransactionId statement) {
    return findings.find(statement);
  }

  @Override
  public synchronized List<Finding> findings(String word, int limit) {
    return findings.all(word, limit);
  }

  @Override
  public synchronized void close() throws IOException {
    try {
      journal.close();
    } finally {
      findings.close();
    }
  }
}

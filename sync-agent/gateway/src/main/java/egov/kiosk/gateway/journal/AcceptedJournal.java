package egov.kiosk.gateway.journal;

import egov.kiosk.domain.envelope.MessageKind;
import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.AcceptanceNumbers;
import egov.kiosk.gateway.store.Accepted;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was accepted, one JSON line each, and all of it in memory: the platform's memory of message
 * ids. Not safe for several threads.
 */
final class AcceptedJournal implements AutoCloseable {
  private final LineFile file;
  private final Map<TransactionId, Accepted> byId = new LinkedHashMap<>();
  private final Map<MessageKind, Long> counts = new EnumMap<>(MessageKind.class);
  private final Map<String, Long> lastNumber = new HashMap<>();

  private AcceptedJournal(Path path) throws IOException {
    file = LineFile.open(path, line -> learn(AcceptedLine.read(line)));
  }

  /**
   * Opens or creates the file and reads it.
   *
   * @throws IOException when it is damaged, or open in another process
   */
  static AcceptedJournal open(Path path) throws IOException {
    return new AcceptedJournal(path);
  }

  Optional<Accepted> find(TransactionId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Everything accepted, oldest first. */
  List<Accepted> all() {
    return List.copyOf(byId.values());
  }

  long count(MessageKind kind) {
    return counts.getOrDefault(kind, 0L);
  }

  /** The last count given on a day; 0 when none was. */
  long lastNumber(String day) {
    return lastNumber.getOrDefault(day, 0L);
  }

  /** Appends messages with new ids; when this returns they survive a power cut. */
  void append(List<Accepted> fresh) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Accepted accepted : fresh) {
      if (byId.containsKey(accepted.id())) {
        throw new IllegalArgumentException("this id was accepted before");
      }
      lines.add(AcceptedLine.write(accepted));
    }
    file.append(lines);
    fresh.forEach(this::learn);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private void learn(Accepted accepted) {
    byId.put(accepted.id(), accepted);
    counts.merge(accepted.kind(), 1L, Long::sum);
    accepted
        .acceptanceNumber()
        .ifPresent(
            number ->
                lastNumber.merge(
                    AcceptanceNumbers.dayOf(number), AcceptanceNumbers.countOf(number), Math::max));
  }
}

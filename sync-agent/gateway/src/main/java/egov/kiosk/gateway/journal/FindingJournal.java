package egov.kiosk.gateway.journal;

import egov.kiosk.domain.transaction.TransactionId;
import egov.kiosk.gateway.store.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code findings.jsonl}, one JSON line each. Not safe for several threads. */
final class FindingJournal implements AutoCloseable {
  private final Map<TransactionId, Finding> byId = new HashMap<>();
  private final LineFile file;

  FindingJournal(Path path) throws IOException {
    file =
        LineFile.open(
            path,
            line -> {
              Finding finding = read(line);
              byId.put(finding.id(), finding);
            });
  }

  Optional<Finding> find(TransactionId statement) {
    return Optional.ofNullable(byId.get(statement));
  }

  List<Finding> all(String word, int limit) {
    return byId.values().stream()
        .filter(finding -> finding.word().equals(word))
        .sorted(Comparator.comparing(Finding::at).reversed())
        .limit(limit)
        .toList();
  }

  void keep(Finding finding) throws IOException {
    if (!byId.containsKey(finding.id())) {
      file.append(List.of(write(finding)));
      byId.put(finding.id(), finding);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static String write(Finding finding) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("id", finding.id().value());
    members.put("kioskId", finding.kioskId());
    members.put("kind", finding.kind().word());
    members.put("at", finding.at().toString());
    members.put("word", finding.word());
    members.put("detail", finding.detail());
    return JsonLine.write(members);
  }

  private static Finding read(String line) throws IOException {
    Map<String, String> members = JsonLine.read(line);
    try {
      return new Finding(
          new TransactionId(members.get("id")),
          members.get("kioskId"),
          JsonLine.kind(members.get("kind")),
          Instant.parse(members.get("at")),
          members.get("word"),
          members.get("detail"));
    } catch (IllegalArgumentException | NullPointerException | DateTimeParseException e) {
      throw new IOException("not a line of findings.jsonl", e);
    }
  }
}

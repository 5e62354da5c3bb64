package egov.kiosk.localapi;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.outbox.Outbox;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.outbox.OutboxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Plain text for the command line: one line an entry, and nothing personal. */
final class TechnicianText {
  private static final String TYPE = "text/plain;charset=utf-8";
  private static final Pattern QUERY = Pattern.compile("after=([0-9]{1,18})&limit=([0-9]{1,4})");
  private static final int MAX_ENTRIES = 1_000;

  private TechnicianText() {}

  /** The findings, five tab-separated columns: level, name, what, who acts, what to do. */
  static Answer findings(List<Finding> findings) {
    return text(
        findings.stream()
            .map(
                finding ->
                    String.join(
                        "\t",
                        finding.level().name(),
                        finding.name(),
                        finding.what(),
                        finding.actor().name(),
                        finding.advice()))
            .map(line -> line.replace('\n', ' ') + "\n")
            .collect(Collectors.joining()));
  }

  /**
   * The queue as a table.
   *
   * @param query {@code after=N&limit=M}
   */
  static Answer outbox(Outbox outbox, String query) throws OutboxException {
    Matcher matcher = QUERY.matcher(query == null ? "after=0&limit=100" : query);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > MAX_ENTRIES) {
      return new Answer(
          400, TYPE, "after=N&limit=M, M up to 1000\n".getBytes(StandardCharsets.UTF_8));
    }
    long after = Long.parseLong(matcher.group(1));
    List<OutboxEntry> entries = outbox.list(after, Math.max(1, Integer.parseInt(matcher.group(2))));
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            "%-8s %-36s %-7s %-24s %6s %-12s %4s %-24s %s%n",
            "SEQ", "ID", "KIND", "ITEM", "BYTES", "STATE", "SENT", "QUEUED", "PLATFORM"));
    for (OutboxEntry entry : entries) {
      table.append(
          String.format(
              "%-8d %-36s %-7s %-24s %6d %-12s %4d %-24s %s%n",
              entry.sequence(),
              entry.id(),
              entry.kind().word(),
              entry.itemCode(),
              entry.bytes(),
              entry.state(),
              entry.attempts(),
              entry.queuedAt(),
              entry.acceptanceNumber().or(entry::reason).orElse("")));
    }
    OutboxCounts counts = outbox.counts();
    table.append(
        String.format(
            "%d pending, %d delivered, %d dead letters%n",
            counts.pending(), counts.delivered(), counts.deadLetter()));
    return text(table.toString());
  }

  /** The queue's figures, for tools. */
  static Map<String, Long> figures(OutboxCounts counts) {
    return Map.of(
        "pending", counts.pending(),
        "delivered", counts.delivered(),
        "deadLetter", counts.deadLetter());
  }

  private static Answer text(String text) {
    return new Answer(200, TYPE, text.getBytes(StandardCharsets.UTF_8));
  }
}

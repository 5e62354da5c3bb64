package egov.kiosk.localapi;

import egov.kiosk.domain.health.Finding;
import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxEntry;
import egov.kiosk.domain.transaction.LocalNumber;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Plain text for the command line: one line an entry, and nothing personal. */
final class TechnicianText {
  private static final String ROW = "%-8s %-36s %-14s %-6s %-12s %-24s %6s %-12s %4s %-24s %s%n";

  private TechnicianText() {}

  /** The findings, five tab-separated columns: level, name, what, who acts, what to do. */
  static Answer findings(List<Finding> findings) {
    return Answer.text(
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

  /** The queue as a table. */
  static String table(List<OutboxEntry> entries, OutboxCounts counts) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            ROW,
            "SEQ",
            "ID",
            "KIND",
            "LANE",
            "SLIP",
            "ITEM",
            "BYTES",
            "STATE",
            "SENT",
            "QUEUED",
            "PLATFORM"));
    for (OutboxEntry entry : entries) {
      table.append(
          String.format(
              ROW,
              entry.sequence(),
              entry.id(),
              entry.kind().word(),
              entry.label().lane().name().toLowerCase(java.util.Locale.ROOT),
              entry.label().localNumber().map(LocalNumber::value).orElse("-"),
              entry.itemCode(),
              entry.bytes(),
              entry.state(),
              entry.attempts(),
              entry.queuedAt(),
              entry.acceptanceNumber().or(entry::reason).orElse("")));
    }
    return table
        .append(
            String.format(
                "%d pending, %d delivered, %d dead letters%n",
                counts.pending(), counts.delivered(), counts.deadLetter()))
        .toString();
  }

  /** All that is known of one message. */
  static String details(OutboxEntry entry) {
    StringBuilder text = new StringBuilder();
    line(text, "place", entry.sequence());
    line(text, "id", entry.id());
    line(text, "kind", entry.kind().word());
    line(text, "service item", entry.itemCode());
    line(text, "slip number", entry.label().localNumber().map(LocalNumber::value).orElse("none"));
    line(text, "lane", entry.label().lane().name().toLowerCase(java.util.Locale.ROOT));
    line(
        text,
        "kept in order",
        entry.label().orderKey().isPresent()
            ? "yes, with other messages of the same citizen and item"
            : "no");
    line(text, "size", entry.bytes() + " bytes");
    line(text, "state", entry.state());
    line(text, "queued at", entry.queuedAt());
    line(text, "sent", entry.attempts() + " times");
    line(text, "settled at", entry.settledAt().map(Instant::toString).orElse("not yet"));
    entry.acceptanceNumber().ifPresent(number -> line(text, "official number", number));
    entry.reason().ifPresent(reason -> line(text, "reason", reason));
    line(text, "what to do", Advice.about(entry));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append(String.format("%-16s %s%n", name, value));
  }

  /** The queue's figures, for tools. */
  static Map<String, Long> figures(OutboxCounts counts) {
    return Map.of(
        "pending", counts.pending(),
        "delivered", counts.delivered(),
        "deadLetter", counts.deadLetter());
  }
}

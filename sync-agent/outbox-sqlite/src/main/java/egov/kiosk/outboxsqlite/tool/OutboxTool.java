package egov.kiosk.outboxsqlite.tool;

import egov.kiosk.domain.outbox.OutboxCounts;
import egov.kiosk.domain.outbox.OutboxException;
import egov.kiosk.domain.outbox.SequenceRange;
import egov.kiosk.outboxsqlite.OutboxSalvage;
import egov.kiosk.outboxsqlite.SalvageResult;
import egov.kiosk.outboxsqlite.SqliteOutboxReader;
import egov.kiosk.outboxsqlite.Verification;
import egov.kiosk.outboxsqlite.directory.StateDirectory;
import egov.kiosk.outboxsqlite.directory.Suspicion;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;

/**
 * {@code verify DIRECTORY}, {@code salvage DIRECTORY} and {@code salvage-without-keys DIRECTORY},
 * for the kiosk's command line, which finds it as a service. Exit codes: 0 done and all is well, 1
 * not, 2 asked wrongly.
 */
public final class OutboxTool implements ToolProvider {
  private static final int MOST_RANGES = 200;

  @Override
  public String name() {
    return "kiosk-outbox";
  }

  @Override
  public int run(PrintWriter out, PrintWriter err, String... arguments) {
    if (arguments.length != 2) {
      err.println("kiosk: expected verify, salvage or salvage-without-keys, and a DIRECTORY");
      return 2;
    }
    Path directory = Path.of(arguments[1]);
    try {
      return switch (arguments[0]) {
        case "verify" -> verify(directory, out);
        case "salvage" -> salvage(directory, out);
        case "salvage-without-keys" -> withoutKeys(directory, out);
        default -> 2;
      };
    } catch (OutboxException e) {
      err.println("kiosk: " + e.getMessage());
      return 1;
    } finally {
      out.flush();
      err.flush();
    }
  }

  private static int verify(Path directory, PrintWriter out) throws OutboxException {
    Verification found;
    try (SqliteOutboxReader reader = SqliteOutboxReader.open(directory)) {
      found = reader.verify(() -> Thread.currentThread().isInterrupted());
    }
    OutboxCounts counts = found.counts();
    out.printf(
        "%s is %s: %d messages, %d pending, %d delivered, %d dead letters%n",
        directory,
        found.sound() ? "whole" : "NOT whole",
        found.rows(),
        counts.pending(),
        counts.delivered(),
        counts.deadLetter());
    found.problems().forEach(problem -> out.println("bad: " + problem));
    ranges(out, "altered", found.altered());
    ranges(out, found.sound() ? "missing since an earlier loss" : "missing", found.missing());
    if (!found.sound()) {
      new Suspicion(StateDirectory.existing(directory)).ask();
      out.println(
          "what to do: check the disk; a kiosk that is running looks at the queue within seconds,"
              + " one that is not at its next start, and puts right what it finds; every intact"
              + " message is kept; should it not, stop it and run kiosk outbox salvage");
    }
    return found.sound() ? 0 : 1;
  }

  private static int salvage(Path directory, PrintWriter out) throws OutboxException {
    SalvageResult result = OutboxSalvage.run(directory, Clock.systemUTC());
    out.printf(
        "%d messages are in a fresh file, %d of them pending; the old one is kept in %s%n",
        result.kept(), result.pending(), result.aside());
    ranges(out, "missing", result.missing());
    if (!result.missing().isEmpty()) {
      out.println("the platform is told what is missing as soon as the kiosk runs again");
    }
    return 0;
  }

  private static int withoutKeys(Path directory, PrintWriter out) throws OutboxException {
    OutboxSalvage.withoutKeys(directory);
    out.println("at its next start the kiosk takes every intact message over, under a new key;");
    out.println("lost with the old keys are item names, the order of one citizen's messages,");
    out.println("official numbers and reasons of refusal; the platform has all of them");
    return 0;
  }

  private static void ranges(PrintWriter out, String what, List<SequenceRange> ranges) {
    if (ranges.isEmpty()) {
      return;
    }
    String places =
        ranges.stream()
            .limit(MOST_RANGES)
            .map(
                range ->
                    range.first() == range.last()
                        ? Long.toString(range.first())
                        : range.first() + "-" + range.last())
            .collect(Collectors.joining(", "));
    int more = Math.max(0, ranges.size() - MOST_RANGES);
    out.println(what + ": place " + places + (more == 0 ? "" : " and " + more + " ranges more"));
  }
}

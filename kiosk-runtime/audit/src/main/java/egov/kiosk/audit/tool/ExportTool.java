package egov.kiosk.audit.tool;

import egov.kiosk.audit.export.Exporter;
import egov.kiosk.audit.export.FileSink;
import egov.kiosk.audit.export.Sink;
import egov.kiosk.audit.export.Syslog;
import egov.kiosk.audit.export.TlsSink;
import egov.kiosk.audit.store.ExportMark;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code export DIRECTORY --format jsonl|syslog (--to FILE | --syslog HOST:PORT --trust FILE)
 * [--since TIME|unexported] [--enterprise NUMBER] [--mark yes|no]}.
 */
final class ExportTool {
  private static final Set<String> OPTIONS =
      Set.of("--format", "--to", "--syslog", "--trust", "--since", "--enterprise", "--mark");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ExportTool() {}

  static int run(Path directory, List<String> arguments, PrintWriter out) throws IOException {
    Options options = new Options(arguments, OPTIONS);
    boolean network = options.one("--syslog").isPresent();
    String format = options.one("--format").orElse(network ? "syslog" : "jsonl");
    if (network == options.one("--to").isPresent()
        || !Set.of("jsonl", "syslog").contains(format)
        || (network && (!format.equals("syslog") || options.one("--trust").isEmpty()))) {
      throw new IllegalArgumentException(
          "export goes either --to a file, as jsonl or syslog, or to --syslog host:port with"
              + " --trust");
    }
    ExportMark mark = new ExportMark(directory);
    String since = options.one("--since").orElse("");
    long from = since.equals("unexported") ? mark.read() + 1 : 1;
    Instant time = since.isEmpty() || since.equals("unexported") ? Instant.MIN : time(since);
    Exporter.Result result;
    try (Sink sink = sink(options, format, Exporter.kiosk(directory).orElse(""))) {
      result = Exporter.run(directory, from, time, sink);
    }
    out.printf(
        "%d records, %d to %d, are in %s%n",
        result.records(),
        result.first(),
        result.last(),
        options.one("--to").orElse(options.one("--syslog").orElse("")));
    if (result.leftOut() > 0) {
      out.printf("%d lines are no sound records; run kiosk audit verify%n", result.leftOut());
    }
    if (!options.one("--mark").orElse("yes").equals("no")
        && result.records() > 0
        && mark.note(oldest(directory, result), result.last())) {
      out.printf("they count as exported now, up to record %d%n", result.last());
    }
    return 0;
  }

  /** Records that were destroyed before are no gap. */
  private static long oldest(Path directory, Exporter.Result result) throws IOException {
    long first = Exporter.first(directory);
    return first == result.first() ? 1 : result.first();
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "--since is a day like 2026-11-01, a time like 2026-11-01T08:00:00Z, or unexported", e);
    }
  }

  private static Sink sink(Options options, String format, String kioskId) throws IOException {
    int enterprise = number(options.one("--enterprise"), Syslog.DOCUMENTATION);
    Syslog syslog = new Syslog(kioskId, enterprise);
    if (options.path("--to").isPresent()) {
      return new FileSink(
          options.path("--to").get(),
          format.equals("syslog") ? Optional.of(syslog) : Optional.empty());
    }
    String where = options.one("--syslog").orElseThrow();
    int colon = where.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException("--syslog is written host:port");
    }
    return new TlsSink(
        where.substring(0, colon),
        number(Optional.of(where.substring(colon + 1)), 0),
        options.path("--trust").orElseThrow(),
        PATIENCE,
        syslog);
  }

  private static int number(Optional<String> text, int otherwise) {
    if (text.isPresent() && !text.get().matches("[1-9][0-9]{0,8}")) {
      throw new IllegalArgumentException(text.get() + " should be a number");
    }
    return text.map(Integer::parseInt).orElse(otherwise);
  }
}

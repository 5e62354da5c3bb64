package egov.kiosk.launcher.command.audit;

import egov.kiosk.launcher.command.AuditLogTool;
import egov.kiosk.launcher.command.Place;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kiosk audit export}: for the operator's own log platform. */
@Command(
    name = "export",
    description = {
      "Write the audit log to a file, or send it to a syslog collector (RFC 5424 over TLS).",
      "What is exported without a gap may be destroyed earlier when the log's budget is used up."
    },
    mixinStandardHelpOptions = true)
final class AuditExport implements Callable<Integer> {
  @Mixin private Place place;

  @ArgGroup(multiplicity = "1")
  private Where where;

  @Option(names = "--format", description = "jsonl or syslog", paramLabel = "FORMAT")
  private String format;

  @Option(
      names = "--trust",
      description = "PEM, the authorities of the collector's certificate",
      paramLabel = "FILE")
  private Path trust;

  @Option(
      names = "--since",
      description = "a day, a time, or the word unexported (default: everything)",
      paramLabel = "TIME")
  private String since;

  @Option(
      names = "--enterprise",
      description = "the operator's private enterprise number in structured data (default: 32473)",
      paramLabel = "NUMBER")
  private Integer enterprise;

  @Option(names = "--from", description = "a copy of a log (default: this kiosk's own)")
  private Path from;

  @Spec private CommandSpec spec;

  /** One of two ways. */
  static final class Where {
    @Option(names = "--to", description = "a file that is not there yet", paramLabel = "FILE")
    private Path file;

    @Option(names = "--syslog", description = "a collector", paramLabel = "HOST:PORT")
    private String collector;
  }

  @Override
  public Integer call() throws Exception {
    String directory =
        from != null
            ? from.toString()
            : AuditLogTool.directory(place.installation())
                .orElseThrow(() -> new IOException("this installation keeps no audit log"));
    List<String> arguments = new ArrayList<>(List.of("export", directory));
    add(arguments, "--to", where.file);
    add(arguments, "--syslog", where.collector);
    add(arguments, "--format", format);
    add(arguments, "--trust", trust);
    add(arguments, "--since", since);
    add(arguments, "--enterprise", enterprise);
    return AuditLogTool.run(place.installation(), spec.commandLine(), arguments);
  }

  private static void add(List<String> arguments, String name, Object value) {
    if (value != null) {
      arguments.addAll(List.of(name, value.toString()));
    }
  }
}

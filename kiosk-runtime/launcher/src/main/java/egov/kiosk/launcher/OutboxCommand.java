package egov.kiosk.launcher;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code kiosk outbox}: the queue, for technicians. Shows no personal data; there is none in it.
 */
@Command(
    name = "outbox",
    description = "Look at the queue of accepted transactions.",
    mixinStandardHelpOptions = true,
    subcommands = OutboxCommand.ListCommand.class)
final class OutboxCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }

  /** {@code kiosk outbox list}. */
  @Command(
      name = "list",
      description = "List the queue, oldest first.",
      mixinStandardHelpOptions = true)
  static final class ListCommand implements Callable<Integer> {
    @Mixin private Place place;

    @Option(
        names = "--after",
        description = "only entries behind this sequence number",
        defaultValue = "0",
        paramLabel = "N")
    private long after;

    @Option(
        names = "--limit",
        description = "at most this many, up to 1000 (default: ${DEFAULT-VALUE})",
        defaultValue = "100",
        paramLabel = "N")
    private int limit;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
      PrintWriter out = spec.commandLine().getOut();
      try (KioskSession kiosk = KioskSession.open(place.installation())) {
        out.print(kiosk.get("/api/outbox.txt?after=" + after + "&limit=" + limit));
        out.flush();
      }
      return 0;
    }
  }
}

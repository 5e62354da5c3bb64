package egov.kiosk.launcher.command.outbox;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code kiosk outbox}: the queue, for technicians. Shows no personal data; there is none in it.
 */
@Command(
    name = "outbox",
    description = "Look after the queue of accepted transactions.",
    mixinStandardHelpOptions = true,
    subcommands = {
      OutboxList.class,
      OutboxShow.class,
      OutboxVerify.class,
      OutboxRetry.class,
      OutboxExport.class,
      OutboxImport.class,
      OutboxSalvage.class
    })
public final class OutboxCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}

package egov.kiosk.launcher.command.audit;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code kiosk audit}: the audit log, for auditors. Shows no personal data; there is none in it.
 */
@Command(
    name = "audit",
    description = "Verify and export the audit log.",
    mixinStandardHelpOptions = true,
    subcommands = {AuditVerify.class, AuditExport.class})
public final class AuditCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }
}

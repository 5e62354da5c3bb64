package egov.kiosk.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
final class AuditCommand implements Runnable {
  private static final String TOOL = "kiosk-audit";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }

  /** Runs the tool that comes with the log. */
  static int tool(Installation installation, CommandLine line, List<String> arguments)
      throws Exception {
    return BundleTools.run(
        installation, TOOL, line.getOut(), line.getErr(), arguments.toArray(new String[0]));
  }

  /** Where this kiosk's log lies, if it has one. */
  static Optional<String> directory(Installation installation) throws Exception {
    Installation.Settings settings = installation.readSettings();
    return settings.components().containsKey("audit")
        ? Optional.of(settings.configuration().text("audit", "directory", "state/audit"))
        : Optional.empty();
  }

  /**
   * Records what a command does while no kiosk runs; the data directory is locked by the caller.
   * What cannot be recorded is said and done all the same: these commands save what can be saved.
   */
  static void note(Installation installation, CommandLine line, String action, String result)
      throws Exception {
    Optional<String> directory = directory(installation);
    if (directory.isPresent()) {
      String kiosk = installation.readSettings().configuration().text("crypto", "kioskId", "");
      List<String> words = new ArrayList<>(List.of("note", directory.get(), kiosk, action, result));
      if (tool(installation, line, words) != 0) {
        line.getErr().println("kiosk: this could not be recorded in the audit log");
        line.getErr().flush();
      }
    }
  }
}

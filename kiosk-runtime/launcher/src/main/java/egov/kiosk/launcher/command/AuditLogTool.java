package egov.kiosk.launcher.command;

import egov.kiosk.launcher.assembly.BundleTools;
import egov.kiosk.launcher.configuration.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;

/** The audit log, for commands that read it, or must be found in it. */
public final class AuditLogTool {
  private static final String TOOL = "kiosk-audit";

  private AuditLogTool() {}

  /** Runs the tool that comes with the log. */
  public static int run(Installation installation, CommandLine line, List<String> arguments)
      throws Exception {
    return BundleTools.run(
        installation, TOOL, line.getOut(), line.getErr(), arguments.toArray(new String[0]));
  }

  /** Where this kiosk's log lies, if it has one. */
  public static Optional<String> directory(Installation installation) throws Exception {
    Installation.Settings settings = installation.readSettings();
    return settings.components().containsKey("audit")
        ? Optional.of(settings.configuration().text("audit", "directory", "state/audit"))
        : Optional.empty();
  }

  /**
   * Records what a command does while no kiosk runs; the data directory is locked by the caller.
   * What cannot be recorded is said and done all the same: these commands save what can be saved.
   */
  public static void note(Installation installation, CommandLine line, String action, String result)
      throws Exception {
    Optional<String> directory = directory(installation);
    if (directory.isPresent()) {
      String kiosk = installation.readSettings().configuration().text("crypto", "kioskId", "");
      List<String> words = new ArrayList<>(List.of("note", directory.get(), kiosk, action, result));
      if (run(installation, line, words) != 0) {
        line.getErr().println("kiosk: this could not be recorded in the audit log");
        line.getErr().flush();
      }
    }
  }
}

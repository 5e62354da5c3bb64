package egov.kiosk.launcher;

import egov.kiosk.launcher.assembly.ExitCode;
import egov.kiosk.launcher.assembly.Run;
import egov.kiosk.launcher.configuration.Installation;
import java.util.Optional;

/**
 * The {@code kiosk} command. Exit codes: 0 done, 1 failed, 2 usage, 75 stopped in order to be
 * started again, 78 bad configuration.
 *
 * <p>This class names no command line library, because loading one alone takes a fifth of a start:
 * {@code run} with nothing but its directories is understood right here, everything else by {@link
 * KioskCommand}.
 */
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(execute(arguments));
  }

  private static int execute(String[] arguments) {
    Optional<Installation> plain = Installation.ofRun(arguments);
    if (plain.isEmpty()) {
      return KioskCommand.commandLine().execute(arguments);
    }
    try {
      return Run.kiosk(plain.get());
    } catch (Exception e) {
      System.err.println("kiosk: " + e.getMessage());
      return ExitCode.of(e);
    }
  }
}

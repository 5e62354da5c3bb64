package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.session.KioskSession;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk outbox retry}. */
@Command(
    name = "retry",
    description = "Send dead letters again, as they are, once the cause is mended.",
    mixinStandardHelpOptions = true)
final class OutboxRetry implements Callable<Integer> {
  @Mixin private Place place;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Spec private CommandSpec spec;

  /** One of them, or all. */
  static final class Which {
    @Parameters(
        index = "0",
        paramLabel = "ID-OR-SLIP-NUMBER",
        description = "its id, or the number on the slip")
    private String key;

    @Option(names = "--all-dead", description = "every dead letter")
    private boolean all;
  }

  @Override
  public Integer call() throws Exception {
    String wanted = which.all ? "all-dead" : OutboxShow.plain(spec, which.key);
    PrintWriter out = spec.commandLine().getOut();
    String[] counts;
    try (KioskSession kiosk = KioskSession.open(place.installation())) {
      counts = kiosk.post("/api/outbox/retry", "{\"id\":\"" + wanted + "\"}").strip().split(" ");
    }
    out.printf("%s pending again%n", counts[0]);
    if (!counts[1].equals("0")) {
      out.printf(
          "%s stay dead letters: their bytes were altered on the disk; see kiosk outbox list"
              + " --state DEAD_LETTER%n",
          counts[1]);
    }
    out.flush();
    return counts[1].equals("0") ? 0 : 1;
  }
}

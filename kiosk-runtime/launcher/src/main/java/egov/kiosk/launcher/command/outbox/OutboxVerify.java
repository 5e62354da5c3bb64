package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.assembly.BundleTools;
import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.configuration.Installation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk outbox verify}: reads the files themselves, whether a kiosk runs or not. */
@Command(
    name = "verify",
    description = {
      "Read the whole queue and check every message in it. Changes nothing.",
      "Exit code 0: whole; 1: not, and the bad places are listed."
    },
    mixinStandardHelpOptions = true)
final class OutboxVerify implements Callable<Integer> {
  @Mixin private Place place;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return BundleTools.run(
        place.installation(),
        "kiosk-outbox",
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        "verify",
        directory(place.installation()));
  }

  /** Where the queue lies. */
  static String directory(Installation installation) throws Exception {
    return installation.readSettings().configuration().text("outbox", "directory", "state/outbox");
  }
}

package egov.kiosk.launcher;

import egov.kiosk.launcher.assembly.Run;
import egov.kiosk.launcher.command.Place;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code kiosk run}, when it comes with more than {@link Main} understands, e.g. {@code --help}.
 */
@Command(
    name = "run",
    description = "Run the kiosk in the foreground until it is stopped.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private Place place;

  @Override
  public Integer call() throws Exception {
    return Run.kiosk(place.installation());
  }
}

package egov.kiosk.launcher.command.face;

import egov.kiosk.launcher.command.Place;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk face pack install}. */
@Command(
    name = "install",
    description = {
      "Install a face pack, once it is believed, whole, and through its self-test.",
      "The first pack of a kiosk is put in service at once; a later one with switch."
    },
    mixinStandardHelpOptions = true)
final class FacePackInstall implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(paramLabel = "DIR|JAR", description = "the pack, a folder or a jar")
  private Path pack;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return FacePackCommand.tool(place, spec, "install", List.of(pack.toAbsolutePath().toString()));
  }
}

package egov.kiosk.launcher.command;

import egov.kiosk.launcher.assembly.BundleTools;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk catalogue check}: reads entries as the kiosk would; nothing is put into service. */
@Command(
    name = "check",
    description = {
      "Check a service item, or a directory of them as one catalogue. Prints FILE: OK with the steps",
      "the citizen will take, or FILE:LINE:COLUMN: reason.",
      "Exit code 0: every entry can be in service; 1: one cannot; 2: no such file."
    },
    mixinStandardHelpOptions = true)
final class CatalogueCheck implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(paramLabel = "FILE|DIRECTORY", description = "the entry, or a directory of entries")
  private Path path;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    return BundleTools.run(
        place.installation(),
        "kiosk-catalogue",
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        "check",
        path.toString());
  }
}

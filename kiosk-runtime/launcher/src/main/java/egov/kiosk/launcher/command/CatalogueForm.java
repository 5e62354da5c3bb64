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

/** {@code kiosk catalogue form}: what the platform may expect of an item's form. */
@Command(
    name = "form",
    description = "Print the JSON Schema of a service item's filled-in form.",
    mixinStandardHelpOptions = true)
final class CatalogueForm implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(paramLabel = "FILE", description = "the entry")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    return BundleTools.run(
        place.installation(),
        "kiosk-catalogue",
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        "form",
        file.toString());
  }
}

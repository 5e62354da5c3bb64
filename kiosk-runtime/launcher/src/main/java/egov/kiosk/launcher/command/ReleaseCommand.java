package egov.kiosk.launcher.command;

import egov.kiosk.launcher.assembly.BundleTools;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** {@code kiosk release}: the release manager's tool, with keys in files, for laboratories. */
@Command(
    name = "release",
    description = {
      "Make and sign versions of the program with keys in files: for laboratories.",
      "  keys DIR                              seven keys",
      "  root --keys DIR --out DIR [--version N --old-keys DIR]",
      "  bundle TREE --keys DIR --out DIR --version N --name X --schema A-B [--arch A]",
      "         [--hardware A,B] [--min-from N] [--downgrade-from N,M] [--metadata-version N]",
      "  renew DIR --keys DIR --version TARGETS --metadata-version N",
      "Exit code 0: done; 1: failed; 2: asked wrongly."
    })
public final class ReleaseCommand implements Callable<Integer> {
  @Unmatched private List<String> words;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> given = words == null ? List.of() : words;
    return BundleTools.run(
        new Place().installation(),
        "kiosk-release",
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        given.toArray(new String[0]));
  }
}

package egov.kiosk.launcher.command.face;

import egov.kiosk.launcher.command.Place;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk face pack sign}. */
@Command(
    name = "sign",
    description = {
      "Sign a pack: with a key in a file, this kiosk's own or a maker's, or with this kiosk's own",
      "key in the device that its settings name (custody).",
      "Checks that the pack is whole; writes pack.p7s beside its manifest."
    },
    mixinStandardHelpOptions = true)
final class FacePackSign implements Callable<Integer> {
  private static final String PID = "custody";

  @Mixin private Place place;

  @Parameters(paramLabel = "DIR", description = "the pack")
  private Path folder;

  @Option(names = "--key", paramLabel = "FILE", description = "PEM, PKCS#8")
  private Path key;

  @Option(names = "--certificate", paramLabel = "FILE", description = "PEM")
  private Path certificate;

  @Option(names = "--passphrase", paramLabel = "FILE", description = "the key's, if it has one")
  private Path passphrase;

  @Option(names = "--device", description = "the key in this kiosk's device, in place of files")
  private boolean device;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> words = new ArrayList<>(List.of(folder.toAbsolutePath().toString()));
    if (device == (key != null)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "either --device, or --key with --certificate");
    }
    if (device) {
      custody(words);
    }
    FacePackCommand.add(words, "--key", file(key));
    FacePackCommand.add(words, "--certificate", file(certificate));
    FacePackCommand.add(words, "--passphrase", file(passphrase));
    return FacePackCommand.tool(place, spec, "sign", words);
  }

  private void custody(List<String> words) throws Exception {
    Map<String, Object> custody =
        place.installation().readSettings().configuration().values().getOrDefault(PID, Map.of());
    if (custody.isEmpty()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "this kiosk's settings name no device (custody.kind and others)");
    }
    custody.forEach(
        (attribute, value) -> words.addAll(List.of("--" + PID + "." + attribute, value + "")));
  }

  private static Optional<String> file(Path path) {
    return Optional.ofNullable(path).map(file -> file.toAbsolutePath().toString());
  }
}

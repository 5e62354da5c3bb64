package egov.kiosk.launcher;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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
      "Sign a pack with a key in a file: this kiosk's own, for a pack made here, or a maker's.",
      "Checks that the pack is whole; writes pack.p7s beside its manifest."
    },
    mixinStandardHelpOptions = true)
final class FacePackSign implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(paramLabel = "DIR", description = "the pack")
  private Path folder;

  @Option(names = "--key", required = true, paramLabel = "FILE", description = "PEM, PKCS#8")
  private Path key;

  @Option(names = "--certificate", required = true, paramLabel = "FILE", description = "PEM")
  private Path certificate;

  @Option(names = "--passphrase", paramLabel = "FILE", description = "the key's, if it has one")
  private Path passphrase;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> words = new ArrayList<>(List.of(folder.toAbsolutePath().toString()));
    FacePackCommand.add(words, "--key", file(key));
    FacePackCommand.add(words, "--certificate", file(certificate));
    FacePackCommand.add(words, "--passphrase", file(passphrase));
    return FacePackCommand.tool(place, spec, "sign", words);
  }

  private static Optional<String> file(Path path) {
    return Optional.ofNullable(path).map(file -> file.toAbsolutePath().toString());
  }
}

package egov.kiosk.launcher;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk document verify}: reads the file alone, without network and without a kiosk. */
@Command(
    name = "verify",
    description = {
      "Verify the electronic seal of an OFD document (GB/T 33190, GB/T 38540), offline.",
      "Exit code 0: VALID; 3: ALTERED; 4: CERTIFICATE_INVALID; 5: EXPIRED; 6: UNSUPPORTED;",
      "1: a file could not be read."
    },
    mixinStandardHelpOptions = true)
final class DocumentVerify implements Callable<Integer> {
  @Mixin private Place place;

  @Parameters(paramLabel = "FILE", description = "the document")
  private Path file;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "PEM, the authorities believed (default: the kiosk's own trust file)")
  private Path trust;

  @Option(
      names = "--maker",
      paramLabel = "NAME",
      description =
          "common name of the one whose seals are believed (default: as the kiosk is configured)")
  private String maker;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    return BundleTools.run(
        place.installation(),
        "kiosk-documents",
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        "verify",
        file.toString(),
        trust == null ? configured("crypto", "trustFile", "") : trust.toString(),
        maker == null ? configured("documents", "sealMaker", "seal-maker") : maker);
  }

  private String configured(String component, String attribute, String otherwise) throws Exception {
    return place
        .installation()
        .readSettings()
        .configuration()
        .text(component, attribute, otherwise);
  }
}

package egov.kiosk.launcher.command;

import egov.kiosk.launcher.assembly.BundleTools;
import egov.kiosk.launcher.assembly.DataLock;
import egov.kiosk.launcher.configuration.Installation;
import java.io.IOException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
      "1: a file could not be read.",
      "Every verdict but VALID goes into this kiosk's audit log when it is not running."
    },
    mixinStandardHelpOptions = true)
final class DocumentVerify implements Callable<Integer> {
  private static final int FIRST_VERDICT_AGAINST = 3;

  @Mixin private Place place;

  @Parameters(paramLabel = "FILE", description = "the document")
  private Path file;

  @Option(
      names = "--trust",
      paramLabel = "FILE",
      description = "PEM, the authorities believed (default: the kiosk's own trust file)")
  private Path trust;

  @Option(
      names = "--revocation",
      paramLabel = "FILE",
      description = "PEM, the authorities' revocation lists (default: the kiosk's own)")
  private List<Path> revocation = new ArrayList<>();

  @Option(
      names = "--maker",
      paramLabel = "NAME",
      description =
          "common name of the one whose seals are believed (default: as the kiosk is configured)")
  private String maker;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> arguments = new ArrayList<>();
    arguments.add("verify");
    arguments.add(file.toString());
    arguments.add(trust == null ? configured("crypto", "trustFile", "") : trust.toString());
    arguments.add(maker == null ? configured("documents", "sealMaker", "seal-maker") : maker);
    arguments.addAll(lists());
    int code =
        BundleTools.run(
            place.installation(),
            "kiosk-documents",
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            arguments.toArray(new String[0]));
    if (code >= FIRST_VERDICT_AGAINST) {
      record();
    }
    return code;
  }

  /**
   * Records that a document was refused, where a kiosk is installed. While one runs, its log is its
   * own; that this is in no log is said then.
   */
  private void record() throws Exception {
    Installation installation = place.installation();
    if (!Files.exists(installation.configuration())
        || AuditLogTool.directory(installation).isEmpty()) {
      return;
    }
    try (DataLock lock = DataLock.take(installation.data())) {
      AuditLogTool.note(installation, spec.commandLine(), "DOCUMENT_REFUSED", "REFUSED");
    } catch (IOException | OverlappingFileLockException e) {
      spec.commandLine()
          .getErr()
          .println("kiosk: a kiosk is running here, so this is not in its audit log");
    }
  }

  /** What was given; else what the kiosk is configured with and the newest it kept for itself. */
  private List<String> lists() throws Exception {
    if (trust != null || !revocation.isEmpty()) {
      return revocation.stream().map(Path::toString).toList();
    }
    List<String> found = new ArrayList<>();
    for (Path list :
        List.of(
            Path.of(configured("crypto", "revocationFile", "")),
            Path.of(
                    configured(
                        "crypto",
                        "orderSecretFile",
                        configured("crypto", "keyFile", configured("crypto", "trustFile", ""))))
                .resolveSibling("revocation-lists.kept"))) {
      if (Files.isRegularFile(list)) {
        found.add(list.toString());
      }
    }
    return found;
  }

  private String configured(String component, String attribute, String otherwise) throws Exception {
    return place
        .installation()
        .readSettings()
        .configuration()
        .text(component, attribute, otherwise);
  }
}

package egov.kiosk.launcher.command.audit;

import egov.kiosk.launcher.command.AuditLogTool;
import egov.kiosk.launcher.command.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kiosk audit verify}: reads the files themselves, or copies of them anywhere. */
@Command(
    name = "verify",
    description = {
      "Check every record of the audit log, and name the first bad one. Changes nothing.",
      "Exit code 0: whole; 1: not, or it cannot be read; 2: asked wrongly."
    },
    mixinStandardHelpOptions = true)
final class AuditVerify implements Callable<Integer> {
  @Mixin private Place place;

  @Option(names = "--from", description = "a copy of a log (default: this kiosk's own)")
  private Path from;

  @Option(
      names = "--certificate",
      description = "PEM, the kiosk's signing certificates, past ones too (default: this kiosk's)",
      paramLabel = "FILE")
  private List<Path> certificates = new ArrayList<>();

  @Option(
      names = "--anchor",
      description = "heads of the log as the platform keeps them, one a line",
      paramLabel = "FILE")
  private List<Path> anchors = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("verify", directory()));
    if (from == null && certificates.isEmpty()) {
      own().ifPresent(certificates::add);
    }
    for (Path certificate : certificates) {
      arguments.addAll(List.of("--certificate", certificate.toString()));
    }
    for (Path anchor : anchors) {
      arguments.addAll(List.of("--anchor", anchor.toString()));
    }
    return AuditLogTool.run(place.installation(), spec.commandLine(), arguments);
  }

  private String directory() throws Exception {
    return from != null
        ? from.toString()
        : AuditLogTool.directory(place.installation())
            .orElseThrow(() -> new java.io.IOException("this installation keeps no audit log"));
  }

  private java.util.Optional<Path> own() throws Exception {
    String file =
        place.installation().readSettings().configuration().text("crypto", "certificateFile", "");
    return java.util.Optional.of(file)
        .filter(name -> !name.isEmpty())
        .map(Path::of)
        .filter(Files::isReadable);
  }
}

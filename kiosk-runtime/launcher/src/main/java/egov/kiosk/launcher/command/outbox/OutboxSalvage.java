package egov.kiosk.launcher.command.outbox;

import egov.kiosk.launcher.assembly.BundleTools;
import egov.kiosk.launcher.assembly.DataLock;
import egov.kiosk.launcher.command.AuditLogTool;
import egov.kiosk.launcher.command.Place;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kiosk outbox salvage}: only while no kiosk runs. */
@Command(
    name = "salvage",
    description = {
      "Set the queue's file aside and save every intact message into a fresh one.",
      "The kiosk must be stopped. A kiosk does this by itself when it finds its file damaged."
    },
    mixinStandardHelpOptions = true)
final class OutboxSalvage implements Callable<Integer> {
  @Mixin private Place place;

  @Option(
      names = "--without-keys",
      description =
          "the data keys are lost for good: let the kiosk take every intact message over at its"
              + " next start, without item names, official numbers and reasons")
  private boolean withoutKeys;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    String directory = OutboxVerify.directory(place.installation());
    try (DataLock lock = DataLock.take(place.installation().data())) {
      AuditLogTool.note(place.installation(), spec.commandLine(), "OUTBOX_SALVAGE", "BEGUN");
      int code =
          BundleTools.run(
              place.installation(),
              "kiosk-outbox",
              spec.commandLine().getOut(),
              spec.commandLine().getErr(),
              withoutKeys ? "salvage-without-keys" : "salvage",
              directory);
      AuditLogTool.note(
          place.installation(),
          spec.commandLine(),
          "OUTBOX_SALVAGE",
          code == 0 ? "DONE" : "FAILED");
      return code;
    }
  }
}

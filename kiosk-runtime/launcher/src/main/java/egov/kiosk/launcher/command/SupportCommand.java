package egov.kiosk.launcher.command;

import egov.kiosk.launcher.assembly.BundleTools;
import egov.kiosk.launcher.configuration.ConfigurationException;
import egov.kiosk.launcher.configuration.Installation;
import egov.kiosk.launcher.session.KioskSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.osgi.framework.BundleException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk support-bundle}: also where the kiosk does not start. */
@Command(
    name = "support-bundle",
    description = {
      "Write one file for those who help: versions, settings without secrets, the doctor's findings,",
      "logs, counts of the queue, how long the last transaction was in which room, device identities.",
      "No personal data and no key is in it; what looks like either is masked."
    },
    mixinStandardHelpOptions = true)
public final class SupportCommand implements Callable<Integer> {
  private static final String TOOL = "kiosk-support-bundle";

  @Mixin private Place place;

  @Parameters(paramLabel = "FILE", description = "a new file, usually .zip")
  private Path file;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Installation installation = place.installation();
    List<String> words = new ArrayList<>();
    words.add(installation.configuration().toString());
    words.add(installation.data().resolve("log").toString());
    words.add(file.toAbsolutePath().toString());
    try (KioskSession kiosk = KioskSession.open(installation)) {
      DoctorCommand.settled(kiosk, false, DoctorCommand.Language.en);
      words.addAll(
          List.of("doctor.json", kiosk.get("/api/doctor?lang=en").replace("},{", "},\n{")));
      words.addAll(List.of("queue.json", asked(kiosk, "/api/outbox")));
      words.addAll(List.of("trace.txt", asked(kiosk, "/api/trace.txt?key=last")));
      words.addAll(List.of("devices.txt", asked(kiosk, "/api/devices/list.txt")));
    } catch (ConfigurationException | BundleException | IOException e) {
      // A kiosk that does not start is what bundles are for.
      words.addAll(List.of("not-started.txt", String.valueOf(e.getMessage())));
      spec.commandLine().getErr().println("kiosk: the kiosk could not be asked; the rest is there");
    }
    int code =
        BundleTools.run(
            installation,
            TOOL,
            spec.commandLine().getOut(),
            spec.commandLine().getErr(),
            words.toArray(new String[0]));
    if (code == 0) {
      spec.commandLine().getOut().println(file + " " + Files.size(file) + " bytes");
      spec.commandLine().getOut().flush();
    }
    return code;
  }

  private static String asked(KioskSession kiosk, String path) throws InterruptedException {
    try {
      return kiosk.get(path);
    } catch (IOException e) {
      return "not there: " + e.getMessage();
    }
  }
}

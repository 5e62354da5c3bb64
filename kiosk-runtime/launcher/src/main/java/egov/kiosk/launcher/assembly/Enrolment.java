package egov.kiosk.launcher.assembly;

import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.ConfigurationException;
import egov.kiosk.launcher.configuration.Installation;
import egov.kiosk.launcher.logging.KioskLogging;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tool that makes this machine a kiosk, and what a start does about one that was cut off. */
public final class Enrolment {
  private static final String TOOL = "kiosk-enrolment";

  /** Whose settings say where an identity lies. */
  private static final Set<String> COMPONENTS = Set.of("crypto", "custody");

  private Enrolment() {}

  /**
   * Runs the tool; the data directory is locked by the caller.
   *
   * @return its exit code
   */
  public static int tool(
      Installation installation, PrintWriter out, PrintWriter err, List<String> arguments)
      throws IOException, ConfigurationException {
    List<String> words = new ArrayList<>(arguments);
    words.addAll(List.of("--workplace", workplace(installation).toString()));
    Configuration configuration = installation.readSettings().configuration();
    for (Map.Entry<String, Map<String, Object>> component : configuration.values().entrySet()) {
      if (COMPONENTS.contains(component.getKey())) {
        component
            .getValue()
            .forEach(
                (attribute, value) ->
                    words.addAll(
                        List.of("--set", component.getKey() + "." + attribute + "=" + value)));
      }
    }
    return BundleTools.run(installation, TOOL, out, err, words.toArray(new String[0]));
  }

  /**
   * Finishes an enrolment that was decided and cut off, so that nobody ever sees half an identity.
   * Costs one look when there is none.
   *
   * @throws IOException when it cannot be finished: a kiosk with half an identity does not start
   */
  public static void finish(Installation installation) throws IOException, ConfigurationException {
    if (!Files.exists(workplace(installation).resolve("answer"))) {
      return;
    }
    String console = System.getProperty(KioskLogging.CONSOLE);
    PrintWriter terminal = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = tool(installation, terminal, terminal, List.of("finish"));
    if (console == null) {
      System.clearProperty(KioskLogging.CONSOLE);
    } else {
      System.setProperty(KioskLogging.CONSOLE, console);
    }
    if (code != 0) {
      throw new IOException("an enrolment that was cut off could not be finished; see above");
    }
  }

  private static Path workplace(Installation installation) {
    return installation.data().resolve("enrolment");
  }
}

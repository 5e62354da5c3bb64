package egov.kiosk.launcher.command;

import egov.kiosk.launcher.assembly.DataLock;
import egov.kiosk.launcher.assembly.Enrolment;
import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.ConfigurationException;
import egov.kiosk.launcher.configuration.Installation;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code kiosk enrol}: only while no kiosk runs. */
@Command(
    name = "enrol",
    description = {
      "Make this machine the kiosk its configuration names, with a one-time code of the operator's.",
      "The code is asked for, or read from standard input; it is never an argument.",
      "Cut off or refused, the machine is who it was; the same code works again until its hours are",
      "over. Exit code 0: done; 1: try again; 3: the platform refuses."
    },
    mixinStandardHelpOptions = true)
public final class EnrolCommand implements Callable<Integer> {
  private static final int REFUSED = 3;

  @Mixin private Place place;

  @Option(
      names = "--platform",
      description = "the platform's enrolment desk (default: enrolment.platform)",
      paramLabel = "HOST:PORT")
  private String platform;

  @Option(
      names = "--authority",
      description =
          "digest (SM3) of the root authority on the operator's sheet; needed the first time"
              + " (default: enrolment.authority, or as the trust file has it)",
      paramLabel = "SM3")
  private String authority;

  @Option(
      names = "--machine",
      description = "the card reader's security module (SAM), when the code is for one machine",
      paramLabel = "SAM")
  private String machine = "";

  @Option(
      names = "--transfer",
      description =
          "take the place of the machine that is this kiosk until now; it is shut out for good")
  private boolean transfer;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Installation installation = place.installation();
    PrintWriter out = spec.commandLine().getOut();
    try (DataLock lock = DataLock.take(installation.data())) {
      Configuration configuration = installation.readSettings().configuration();
      if (look(installation).equals("decided")) {
        return tool(installation, List.of("finish"));
      }
      String desk = or(platform, configuration.text("enrolment", "platform", ""));
      String pin = or(authority, configuration.text("enrolment", "authority", ""));
      announce(out, installation, configuration, desk);
      List<String> words =
          new ArrayList<>(List.of("enrol", "--platform", desk, "--machine", machine));
      words.addAll(List.of("--transfer", transfer ? "yes" : "no", "--code", code()));
      if (!pin.isBlank()) {
        words.addAll(List.of("--authority", pin));
      }
      AuditLogTool.note(installation, spec.commandLine(), "ENROLMENT", "BEGUN");
      int result = tool(installation, words);
      String ended = result == 0 ? "DONE" : result == REFUSED ? "REFUSED" : "FAILED";
      AuditLogTool.note(installation, spec.commandLine(), "ENROLMENT", ended);
      return result;
    }
  }

  private void announce(
      PrintWriter out, Installation installation, Configuration configuration, String desk)
      throws Exception {
    String custody = configuration.text("crypto", "custody", "file");
    out.println("This machine will be     " + configuration.text("crypto", "kioskId", ""));
    out.println("It is now                " + look(installation));
    out.println(
        "Its keys will be kept by " + custody + (custody.equals("file") ? " (laboratory)" : ""));
    out.println("It will ask              " + desk);
    if (!custody.equals("file") && Files.exists(installation.data().resolve("rest-keys"))) {
      out.println(
          "What this machine keeps is sealed for the key it has now, if it has one: see that");
      out.println("its queue is delivered or exported first.");
    }
    if (transfer) {
      out.println("The machine that was this kiosk until now IS SHUT OUT as soon as this is done;");
      out.println("what it has not delivered by then will be refused: export its queue first.");
    }
    out.flush();
  }

  private String look(Installation installation) throws IOException, ConfigurationException {
    StringWriter said = new StringWriter();
    Enrolment.tool(
        installation, new PrintWriter(said), spec.commandLine().getErr(), List.of("look"));
    return said.toString().strip();
  }

  private int tool(Installation installation, List<String> words)
      throws IOException, ConfigurationException {
    return Enrolment.tool(
        installation, spec.commandLine().getOut(), spec.commandLine().getErr(), words);
  }

  private static String code() throws IOException {
    Console console = System.console();
    if (console != null) {
      String line = console.readLine("One-time code: ");
      return line == null ? "" : line;
    }
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    return line == null ? "" : line;
  }

  private static String or(String given, String otherwise) {
    return given == null || given.isBlank() ? otherwise : given;
  }
}

package egov.kiosk.launcher.command;

import egov.kiosk.launcher.session.RunningKiosk;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kiosk provision}: the wizard's steps, one a call; it may be broken off at any time. */
@Command(
    name = "provision",
    description = {
      "Set this machine up, step by step, as the page /technician does; how far it came is kept.",
      "  state                             how every step stands",
      "  site --set site=… --set organisation=… --set node=… --set address=…",
      "       --set panelInches=21.5|27|32 --set bottomEdgeMm=… [--set elsewhere=…]",
      "  broker HOST:PORT                  the platform's broker; its password is prompted for,",
      "                                    empty: as it was. Then the line is tried",
      "  seal FILE                         the organisation's seal from a stick, see state",
      "  check STEP                        NETWORK TIME ENROLMENT DEVICES PROGRAM",
      "  bind DEVICE PATH                  e.g. id-card-reader /dev/serial/by-id/…",
      "  test DEVICE                       try it; then say what came of it:",
      "  pass DEVICE, fail DEVICE REASON   NOT_FITTED NO_ANSWER WRONG_DEVICE BAD_RESULT",
      "                                    BLOCKED_OR_HIDDEN DAMAGED SPARE_ORDERED OTHER",
      "  accept                            make the report, seal it, send it",
      "Enrolment is kiosk enrol, while no kiosk runs; or the page."
    },
    mixinStandardHelpOptions = true)
public final class ProvisionCommand implements Callable<Integer> {
  private static final Pattern STEP =
      Pattern.compile("\"([A-Z]+)\":\\{[^{}]*?\"outcome\":\"([A-Z]+)\"");
  private static final Pattern TRIAL =
      Pattern.compile(
          "\"device\":\"([a-z-]+)\".*?\"state\":\"([A-Z_]+)\".*?\"outcome\":\"([A-Z]+)\"");
  private static final Pattern SEALS = Pattern.compile("\"seals\":\\[([^\\]]*)\\]");
  private static final Pattern REPORT = Pattern.compile("\"report\":\"([a-z0-9-]+)\"");

  @Mixin private Place place;

  @Parameters(index = "0", paramLabel = "WHAT", defaultValue = "state", description = "see above")
  private String what;

  @Parameters(
      index = "1",
      paramLabel = "STEP|DEVICE|FILE",
      defaultValue = "",
      description = "of what")
  private String which;

  @Parameters(
      index = "2",
      paramLabel = "PATH|REASON",
      defaultValue = "",
      description = "where, why")
  private String more;

  @Option(names = "--set", paramLabel = "FIELD=TEXT", description = "an answer about the site")
  private Map<String, String> answers = new TreeMap<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    try (RunningKiosk kiosk = RunningKiosk.find(place.installation())) {
      String answer = kiosk.post("setup/" + route(), body());
      print(spec.commandLine().getOut(), answer);
      return answer.contains("\"outcome\":\"FAILED\"") ? 1 : 0;
    }
  }

  private String route() {
    return switch (what) {
      case "state" -> "view";
      case "site", "broker", "seal", "check", "bind", "test", "accept" -> what;
      case "pass", "fail" -> "judge";
      default -> throw new ParameterException(spec.commandLine(), "no step is called that");
    };
  }

  private String body() throws IOException {
    return switch (what) {
      case "site" -> json(answers);
      case "broker" -> {
        Prompt prompt = new Prompt(spec.commandLine().getErr());
        yield json(Map.of("broker", which, "password", prompt.secret("The broker's password")));
      }
      case "seal" -> json(Map.of("file", which));
      case "check" -> json(Map.of("step", which));
      case "bind" -> json(new TreeMap<>(Map.of("device", which, "path", more)));
      case "test" -> json(Map.of("device", which));
      case "pass" -> "{\"device\":" + quoted(which) + ",\"passed\":true}";
      case "fail" ->
          "{\"device\":" + quoted(which) + ",\"passed\":false,\"reason\":" + quoted(more) + "}";
      default -> "{}";
    };
  }

  private static String json(Map<String, String> members) {
    StringBuilder json = new StringBuilder("{");
    members.forEach(
        (name, value) ->
            json.append(json.length() == 1 ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(quoted(value)));
    return json.append('}').toString();
  }

  /** ASCII only: what is beyond is escaped. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char unit : text.toCharArray()) {
      if (unit < ' ' || unit > '~' || unit == '"' || unit == '\\') {
        quoted.append(String.format("\\u%04x", (int) unit));
      } else {
        quoted.append(unit);
      }
    }
    return quoted.append('"').toString();
  }

  private static void print(PrintWriter out, String answer) {
    int devices = answer.indexOf("\"devices\":");
    Matcher step =
        STEP.matcher(answer.substring(0, Math.max(0, devices)).replaceAll("\\[.*?\\]", "[]"));
    while (step.find()) {
      out.printf("%-12s %s%n", step.group(1), step.group(2));
    }
    Matcher trial = TRIAL.matcher(answer.substring(Math.max(0, devices)));
    while (trial.find()) {
      out.printf("%-20s %-14s %s%n", trial.group(1), trial.group(2), trial.group(3));
    }
    Matcher seals = SEALS.matcher(answer);
    if (seals.find() && !seals.group(1).isEmpty()) {
      out.println("may be seals: " + seals.group(1));
    }
    Matcher report = REPORT.matcher(answer);
    if (report.find()) {
      out.println(
          "accepted: "
              + report.group(1)
              + (answer.contains("\"sealed\":true") ? ", sealed" : ", WITHOUT a seal")
              + (answer.contains("\"sent\":true") ? ", in the queue" : ", NOT in the queue"));
    }
    out.flush();
  }
}

package egov.kiosk.launcher.command.face;

import egov.kiosk.launcher.assembly.BundleTools;
import egov.kiosk.launcher.command.Place;
import egov.kiosk.launcher.configuration.Configuration;
import egov.kiosk.launcher.configuration.Installation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code kiosk face pack}: installs, proves, switches and measures face packs (人脸模型包). */
@Command(
    name = "pack",
    description = {
      "Install, prove, switch and measure face packs. A running kiosk takes a switch at its next",
      "comparison; one under way ends on the pack it began with.",
      "Exit code 0: done; 1: refused, and the pack in service stays; 2: asked wrongly."
    },
    mixinStandardHelpOptions = true,
    subcommands = {
      FacePackInstall.class,
      FacePackPlain.ListPacks.class,
      FacePackPlain.SelfTest.class,
      FacePackCalibrate.class,
      FacePackPlain.Switch.class,
      FacePackPlain.Rollback.class,
      FacePackPlain.Answers.class,
      FacePackSign.class
    })
final class FacePackCommand implements Runnable {
  private static final String TOOL = "kiosk-face-pack";
  private static final String PID = "identity";

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a subcommand is missing");
  }

  /** Runs the tool that comes with the store, told how this kiosk is configured. */
  static int tool(Place place, CommandSpec spec, String verb, List<String> words) throws Exception {
    Installation installation = place.installation();
    Configuration configuration = installation.readSettings().configuration();
    List<String> arguments = new ArrayList<>(List.of(verb));
    arguments.addAll(words);
    add(arguments, "--store", configured(configuration, "packDir"));
    add(arguments, "--pins", configured(configuration, "packPins"));
    add(arguments, "--authorities", configured(configuration, "packAuthorities"));
    add(arguments, "--maker", configured(configuration, "packMaker"));
    add(arguments, "--own", configured(configuration, "ownCertificateFile"));
    add(arguments, "--far", configured(configuration, "far"));
    add(arguments, "--review-far", configured(configuration, "reviewFar"));
    return BundleTools.run(
        installation,
        TOOL,
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        arguments.toArray(new String[0]));
  }

  /** Adds an option that has a value. */
  static void add(List<String> arguments, String option, Optional<String> value) {
    value.ifPresent(text -> arguments.addAll(List.of(option, text)));
  }

  private static Optional<String> configured(Configuration configuration, String attribute) {
    return Optional.of(configuration.text(PID, attribute, "")).filter(text -> !text.isEmpty());
  }
}
